/** What a reader sees at an address without a page. No scripts and no styles of its own: the CSP forbids them. */
export const notFoundPage = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>没有这一页 · 专项资金透视</title>
    <link rel="icon" href="/favicon.svg" />
  </head>
  <body>
    <h1>没有这一页</h1>
    <p>地址可能写错了，或这一页已经改名。<a href="/">回到概览</a></p>
    <p lang="en">There is no such page. <a href="/en">Back to the overview</a></p>
  </body>
</html>
`;
