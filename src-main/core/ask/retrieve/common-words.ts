// Made by `npm run bench:ask -- --train`; not written by hand.

/** Stems that stand in so many of 800 passages of an encyclopaedia: a count and its stems a line. */
export const COMMON = `
785 die
778 der the
772 and
759 of
758 in
742 und
736 a
715 to
684 von
625 ein
616 on
611 as
601 for
593 is
571 with
560 den
553 by
542 it
538 zu
531 的
519 from
512 that
509 de
506 wa
495 da
473 al
458 fur mit
451 im
439 an
433 at
428 be
407 ar dem
406 which
385 在
378 auf sich
371 wurd
355 also
341 or
331 thi
322 have
320 dass ist us
305 sie um
300 were
299 other
298 为
291 一个 年
289 but ha
284 jahr
276 not their
269 auch
262 au bei
258 been most
255 einer first sein war
252 includ
247 es nach wurden 于
240 wahrend 他们 是
239 after
235 two
234 hi
232 state
229 had thei
225 all time zum
221 who
219 year
218 dies einem new oder
212 into when
211 nicht some wird
206 onli
205 such
204 einen 了
200 more
199 over
196 wie zur
191 he
189 dure 以及
188 mani
184 there
182 durch er uber werden 部分
178 between call
175 sind 包括 和
169 while
167 waren
164 these
162 about can
160 dieser 其他
159 mai three
158 than
155 out up
153 bi 国 第一
151 unit world
149 howev
147 make
146 both
145 am ihr where 世纪 人 美国 这些
142 part
141 known
140 made work
138 viel 没有 的一 里
136 follow nation well
131 befor gener through 地区 德 成为 时 英国
129 becaus
128 american later show
127 end number
126 peopl plai
125 would
124 kein vor 国家 提供 月 用 称为 进行
121 base sever
120 produc
119 major
116 1 anderen form zwei 了一 因为 尔 斯 由 通过
115 so
113 area film no them
112 origin take
111 differ second then
109 aber ander bekannt hat hatt like mehr sinc vom zwischen 中 使用 可能 后 来 被称 认为 这个 通常
108 dai live releas
107 featur
106 creat
105 each
104 often
102 2 5 erst ersten jahren seri sowi unter weiter zeit 中的 主要 从 开始 政府 时间 法国 间
101 found her larg
100 high
99 although earli four until
98 countri
96 group much perform same set
95 dazu five konnt name noch seiner stadt 他的 以 们的 会 化 可以 国的 建立 性 是由 有 期间 现在 许多
94 develop
93 2012 among anoth intern place posit
92 becom best if result
91 allow back centuri life
89 2011 own singl
88 around becam citi north
87 20 began drei ihren meisten staaten teil 一种 到 前 区 发展 后来 大部 已经 影响 支持 格兰 欧洲 的时 而 这一 道
86 3 along direct long open song
85 move top
84 complet continu now receiv within
82 close could forc member refer season those will
81 ani final him product under veri
80 10 appear etwa haben jahrhundert jedoch neue record remain 一些 不同 不是 人的 作为 公司 分 地 大的 度 法 纪 至 还有 重要
79 chang lead
78 even music what
76 addit against million start
75 4 power present south still third
74 critic did locat similar term usual
73 dann describ grossen last led main nur 下 发现 大多 导致 年的 所有 括 是一 服务 理 生 的人 的大 的最 自己 过
72 begin govern off
71 line park person support
69 caus do hous popular serv success
68 award contain held increas
67 air common i region right version york
66 period system
65 000 bezeichnet denen due frankreich fuhrt grosser immer land obwohl process public regierung roll run seit she small vereinigten 个人 为了 主义 也是 人们 人口 全球 另一 员会 国人 城市 基本 多数 多的 如 学家 家 尽管 广播 政治 最后 有一 机构 来自 然而 由于 的是 社会 者 英里 获得 问题
64 2013 9 consist import natur plan point wai
62 7 ad art charact come exampl give great just provid took turn
61 accord consid down game how oper order said side though
60 current design man organ septemb variou
59 30 artist initi level possibl stori univers
58 18 2000 2010 8 british darunt diesem ebenfal enthalten europa franzosisch gab global grossbritannien home ihrer mehrer octob paint spater star wenn wo 一 一直 上 与 世界 两个 之间 仍然 公里 其中 务 区的 南部 外 委员 年代 建设 文 时期 明 是在 最大 样 特别 独立 生活 直接 立 第二 系统 约 行 要的 议会 部
56 6 act claim cover left write you
55 bodi competit east episod event hand late mean respons track
54 100 12 effect french involv old reach written
53 11 associ near requir six type
52 2009 again april cultur famili franc get go half influenc june march modern next note offici rang return sai titl toward week without
51 70 ab begann bestimmt bevolkerung build darauf date england entwickelt funf gibt given grundet hin kann krieg littl love macht menschen must namen neuen ohn pro recent repres team verwendet water weil 一部 中心 义 之一 了他 亚 代 会的 传统 作 例如 克 关系 利 到了 制 力 及 同时 名为 名的 后的 员 地方 增加 夫 姆 将其 工作 并且 并在 当时 德国 成了 接受 文化 新的 方法 日 曼 期 本 殖民 特 的主 的公 的第 的重 研究 立了 系 约翰 统 行为
49 15 almost august commun establish juli largest local me offic report special tradit
48 album america black central full issu law role rule we white wide
47 attempt came combin despit enter everi further good januari john limit pass school seen studi throughout total west
46 attack believ case construct control especi find head novemb offer rate s video western
45 2006 anim behind ever few help least month need onc presid red signific studio theme
44 19 beispiel carri compar decemb decid dessen di direkt doe element european execut fall field fort fruhen ganz gebiet gesetz gross hatten indem king konnten less lokalen non per quickli schnell schrieb site televis todai umfasst verschiedenen welch 一次 万 之前 之外 人员 他在 以上 件 位 位于 体系 关于 军事 几乎 出 出了 别是 发生 受到 同的 命名 因此 土地 在一 在他 场 多 学 府的 形式 性的 成员 成的 战争 描述 改变 数字 斯特 早期 更多 最终 有权 构 每个 法律 活动 流行 点 然后 现了 用于 的不 的中 的发 的影 的有 的法 的行 的部 目前 目的 经济 继续 而不 自 范围 表明 被认 言 说 起 这种 那里 都是 长 间的 集中 领导 题 高
42 awai center either gave german germani night occur past pictur polit scene shot standard structur
41 13 band book compani compos europ face food former highest hour light meet men militari mix nomin premier protect reason rock see sometim specif style typic won word wrote
40 achiev ag attract d death english entir figur fire inspir list practic servic sourc togeth want
39 across activ announc collect evid except exist famou hit identifi jame pop post re relat territori thu wall
38 action author cut david depict eventu independ instead itself outsid separ sound sport thought union
36 14 16 abov actor amerikanisch arbeit ball bedeutung beiden bevor britischen constitut dabei damit derzeit eigen errichtet februari friend fuhrten genannt grosst grossteil haufig hauptsachlich heut human ihnen insbesonder interest joseph kill klein km lang letzten middl mitglied movi neu never ob offentlich particularli player project rank rather reih remov replac sei seinem seinen selbst sowohl sprach strong suggest traf ursprunglich varieti verschieden vier view weit weiterhin wichtig wieder william zahlen zeigt zusatzlich 上的 个 为是 了重 以来 任何 位置 作用 出的 分别 分地 创造 利亚 力的 包含 区域 医学 十年 历史 名字 和政 响 在大 在英 域 基础 处理 失败 头 奥斯 姆斯 威廉 子 存在 学的 完成 宗教 定 对 将 尔曼 展 年至 广泛 式的 形成 很多 恩 情况 成功 我们 战 担任 持 方面 是否 最初 最高 有时 期的 来的 某些 森 正在 治疗 理论 瑟夫 用了 的名 的土 的地 的所 的文 的新 的方 的比 的热 的目 的结 的论 的阿 社区 科学 称 立的 等 约瑟 组成 联邦 英格 虽然 行了 行的 被用 议的 识 该地 语 贡献 财政 超过 这是 进入 造成 部的 重大 重新 错误 院 除了 领域
35 approxim ask director energi entertain expect far feel front histori island kingdom languag look mass numer parti physic score station
34 2005 27 charg condit decad eastern feder festiv free lower mechan mother museum observ popul review stone summer surround try upon vari watch went women
33 2008 22 actual armi campaign canada greater green histor hold idea individu mark oil prepar radio respect seven shape sign son space subject subsequ win
32 19th battl determin extend father hot indic introduc japan lost low media minut paul primari sea stage train visit
31 2007 20th 23 affect angel averag better cast certain court credit directli experi fact femal fight gain improv inform la market prevent relationship restaur stop woman
29 0 17 25 28 40 50 accept agre alt aufgrund ausserhalb avail beid beispielsweis besser besteht box commonli contribut deutschen diesen e eigenen engin entlang entwicklung erhohen fail ganzen gewahlt ihrem institut intend jahrzehnt japanes jeder konnen letzt lo lokal longer maintain mal medizin millionen minor movement nachdem normal object oft osten particip personen politischen river robert schlug select share short sold sollt sondern sozial spanish spielt stand stellt stieg street ten too tv unterschi unterstutzt usw veroffentlicht versuch weiss wenig zeitpunkt ziel 一样 丁 中在 中有 为一 为在 之后 了其 了这 产生 人和 他地 以前 们在 伙伴 伦 但是 作品 作的 例 保持 保留 克拉 具 决定 出现 制的 剧 化和 卫星 即 原因 及其 受 口 合 名 因是 在战 在此 在的 在美 在这 地位 处 外的 多人 如果 威尔 安全 少 尼亚 工程 布 帮助 常是 常被 并没 府 建 式 当地 心 心的 快速 执行 拉 持续 指出 提出 改革 方 无法 明确 有人 有关 格 每年 比 比如 氧化 法的 生了 用来 用的 由其 的三 的作 的医 的情 的政 的自 的规 的进 目标 相关 确定 经常 罗马 而是 联合 能会 著名 要 要求 规模 计 记录 购买 起了 起来 达到 这里 里德 阿尔 面 项目
28 2004 abl academi advanc amount approach arriv basic break children classic club color command connect deep depend done effort electr foreign fourth himself host ii mainli might mostli multipl plant previou put rai rais real reduc regard rel religi reveal room secur soon sun thing young
27 arm attend audienc bring california civil draw earth econom girl imag industri join kei manag michael mid northern prais problem program prove purchas reflect rise sell should shown societi speed trade travel unlik worldwid
26 appli b blue built comedi complex concentr concern conclud danc discov divid earlier elect empir fill georg ground higher highli leader matter my network particular primarili propos royal strike themselv therefor uk whole writer your
25 21 alreadi billboard broadcast cell church class co commerci compris conduct cook deal decis defin estim explain extrem factor grand guest insid larger launch learn leav m magazin martin nearli nine olymp potenti press prior privat profession progress properti publish rest sent shoot skill slow techniqu tend test uniqu valu whether whose wife
24 ancient applic argu assist big block board border choic conserv contrast creation cross daughter defens deriv displai doubl drama eight frequent futur greek hard interact interpret keep legal london lyric master method mission motion notabl pari promot push read research resid restor ride russian scale scienc screen situat suppli van via voic
22 24 31 agreement australia biggest britain busi canadian care chief crew demonstr dish distinct domin explor finish goal heavili ic latter match oppon parent peak piec pilot pre prison question republ russia sale saw self ship size st tour transport yet
21 60 account apart articl assembl captur celebr christian commiss consider consum content drop emerg fifth format forward freedom golden immedi judg kept know lack lake loss materi measur meat miss model monei polic promin protest resist singer southern spain speak spring surfac symbol technolog theori told tri x
20 2003 26 29 abil africa alwai attent cannot categori channel chines clear compet contact copi council damag disput divis examin exhibit express ey felt financi focu fri function got grow health here ident indian inhabit italian latin leagu nativ oppos previous rare reserv retain road roman secret smaller social squar statu store suffer surviv treati upper visitor vote wear weight whom zone
19 1994 adam administr altern arrang asia atom attach bear bridg brought car ceremoni chri coloni comment commit cours danger depart detail discuss distanc doctor earn eg electron enough equip exclus fast flow ga god greatest historian instrument itali kind length let letter massiv mention occupi offens portion possess price quarter reaction richard section soldier soundtrack spread suit target tell thousand tower twenti understand
18 2001 access acid african aim alli andrew attribut bbc below billion c chart child cold colleg concept conflict contemporari dark declar declin defeat deliv difficult educ entranc fan feet fiction formal fulli garden grant growth guard handl heat heavi hundr ingredi invas investig l met mtv novel our permit qualiti r radiat renew resourc revolut round sculptur sing sixth slowli speci statement strength student tabl taken talk town winter
16 16th 1980s 1995 1998 1999 2014 accompani adapt annual beach beauti brother capit chosen circl coast composit consequ counter demand diseas disnei district dramat edit escap expand interview job link medic morn neg nuclear onto opposit particl poor presenc proper refus respond schedul scientif secondari seem session shortli signal simpl soviet speech spirit temperatur thoma tree troop ultim variat viewer visual vocal washington wind yellow
15 1944 1997 acceler adult andi background bank bar belong bill brand brief brown championship chees chemic china christma cite climat collabor confirm coupl dead difficulti divers domest dont drew economi elev eleven emot environ essenti experienc favor fear fish fly foundat fruit fund hall heart height hill hollywood impact jean joint mari marin mount mountain necessari pacif parallel peac perman pick portrait princip radic recommend ring saint scott screenplai sens sequenc simpli sit slightli spin sugar technic teenag transfer treat treatment walk wave weekli wild window wit worker
14 1968 1990s 1996 200 abc acclaim acquir advertis agent ago anti appar arab architectur arrest assassin athlet australian beat boi cancel capabl chicago cinema civilian compon congress controversi convert custom digit discoveri dry encourag equal exchang extens extern facil fit floor greatli gun h immigr increasingli interior layer leg lord loui metal minist molecul multi n navi neighbor neutral obtain organis overal painter partial partner predict preserv pressur probabl purpos race realiz recogn reject resign romant san seat shop simultan someth spent staff stai stress thick think tomato tradition unknown villag visibl websit wing
13 15th 1950s 80 90 accus adopt advantag adventur ann anniversari anthem architect blow boston budget camera carv cathol chain chanc choos cloth collaps combat commenc committe comparison compound contract cooper corner cost crime crowd crown cup daili debat definit degre descend destroi dip dna door download dress drink drum eaten edg emperor empti expos failur fell fellow flight fresh gold guitar hank hope hors ill imagin incid intent invent iv j jason knowledg landscap li male memori mind mirror monitor negoti net occas occup oldest onlin orang pai penalti perhap peter phase poll prefer prime principl protein pull ran rapid recognis regular renaiss resembl restrict reviv roughli safe sauc scholar script steak step struggl survei temporarili tension theatric thirti threat tim tom tourist translat tribe usa vehicl wherea wish wood
12 18th 1970s 1972 1985 1988 2002 academ affair agricultur aircraft anatomi anyth appropri approv assign austria basi belief blood boat bond bone boundari branch bread cabl cancer career cathedr centr chemistri chicken citizen clearli colour conclus confeder corpor creator dc debut decor dedic defend drive drug dvd elimin engag enhanc equival era ethnic evolv expans expert extent extra f fair faith fat favorit fine flavor fleet focus fox fundament g globe goe gone han hear henri heritag highlight hip hunt hydrogen incorpor internation israel k kiss ladi listen longest lose lot manufactur maria meant meanwhil medium mexico michelangelo milk modifi moment mr muslim notic older orbit oversea pain paper perri physician plate plot polici portrai potato programm proport provinc quit rapidli regul religion repeat request resum rich rihanna risk routin ryan safeti save sexual simpson skin smith solid somewhat strip substitut successor sundai surpris task termin thin tokyo transit trip true unusu veget vessel victori volum wait warm weapon weather wed
11 00 150 1941 1973 1992 300 37 42 45 actress agenc aid airport alter appeal appoint artifici asian assum authent bad balanc beef bell beyond bind birth bomb born bottom bound bui camp carrier character chase chocol choru chose classifi coal complic comput concert consumpt contest contin continent corp correct correspond crimin crisi culmin del democraci detect distinguish document dollar dr drawn dutch dynasti earliest emploi encount enjoi entitl equat ev faster flag forest frank geograph gradual grammi grew guid hair hang happi harbor harri hole hop hospit hotel impress inde indonesia instanc integr intens islam item jackson joe jump le leak liquid machin marri metacrit miner mobil momentum monument moscow musician nbc nearbi nevertheless norwai nucleu occasion opinion opportun orient packag partli percent perfect plain poet pole princ profit realist realli regim reign resort rome seek senior sequel shorter simul slice solut split spot steve t tape teen temporari tender threaten ti trace trap vallei violent w why widespread winner zealand
9 100000 1963 1969 1970 1983 1986 1993 2015 33 41 500 55 75 98 accid accur addition address admir aesthet alien alon amongst anderson angl appl arc arrai aspect assault astronaut atlant avoid awar bafta bai ban ben bird bob boil borrow brazil broken candid captain certainli challeng chapter characterist christ clean column confus consensu convei convent core creativ decreas deepli destruct disast dive dream easili eat el els emphasi enact environment etc everyth expens favour firm flat footbal formerli formul franci fuel fun gate grade happen healthi holi horror huge husband icon illeg imperi inadequ incom index indigen indoor inherit intellig invit ireland itun jam jewish jr juic justic label lai leonardo lion literari literatur manhattan manner marriag masterpiec matthew mile mine mixtur narrow netherland noodl o ocean oscar oxid pair pan parliament parliamentari passeng pepper perceiv peru piano plane plu pm pose print prize prompt rain rap recreat reform reli remaind remix retir revolutionari salt scream sector sentiment sheep shirt shoulder silver similarli ski smash soft soul spacecraft span stem stick straight strateg strategi substanti suprem suspect sustain sweet tast taylor theater theatr throw tissu ton touch tournament trend tube tune unabl vast venu vers wake walt weekend wet wine youtub
8 10th 1914 1917 1919 1920s 1940 1942 1949 1959 1961 1981 1984 2020 32 48 49 4th abandon abroad absorb adjust aggress algeria alleg allianc amateur angri arch argument asid axi bacteria bake bat begun benefit berlin blu breath bro broke burn capac card castl charl chili christoph climb code coloss com comfort comic commonwealth compil conceiv confid constant consult corn coup craft culinari cycl dali daniel data davi delai deliveri desir diari documentari dozen duo duti easier egg eighth emit emphas enforc entri enzym everybodi excess excit exercis export extract fertil finger fix flood florenc foot foul francoi friendli gai galleri garner gather gene governor greec greg grei grill gulf hitler holidai hollow hong hostil humor imit implement india insist instal isnt isol jane jesu jim joke jose juliu kennedi kong korea lee lewi liberti loos lover magnet malaysia marbl matt max meal ministri monarchi moon motiv murder neighbour neither newspap nor opera outdoor outer outstand ow ownership paid palac parodi patient pavilion penetr personnel pink pitch placement planet pork preced presidenti pretti proton proven pure pursu quantiti quantum railwai raw readi rear recal recept recov regularli remark renov republican reveng revenu rider romanc root rotat rotten rough ruin runner russel sand santa sculptor secretari senat settl seventh shell shift shock showcas sight significantli singapor sister sleep smooth solar spend spice stroke strongli substanc suffici suitabl sung surrend switch tactic tank teacher texa toi topic transform twice twin uniform urban v violat violenc wale warner wheel wonderland worn wrap yield
7 1500 1881 1889 1892 1900 1918 1924 1933 1936 1937 1938 1940s 1945 1946 1965 1971 1989 1990 1991 3rd 56 58 81 96 abbei abus acknowledg acoust adequ administ affili aggreg albert alexand alongsid amend analysi andrea anonym archaeolog assert atmospher audio autumn avenu babi bacon basin bass bath bean bed besid beverag bit blend bought brick bright bronz calcul cann carbohydr catch caught cd ceas chip cliff clinic clock cloud coalit coastal coat coin collis commemor confer conform conquest convers cool corrupt cosmic counti cow crush czech dan dave dealer debri deem democrat deni depress devic devot didnt disappear disciplin distribut dock doesnt downward dri driven dynam earthquak edward egypt electromagnet enemi ensembl ensur eric error et everyon evolut exact explos farm fashion fate fenc fifteen file finland flavour flee float footag formula forth foster fought founder friendship funni garag gase genet genr georgia giant gift girlfriend glee goat gogh grai gui guild hamburg heard hero herself hire hockei hook hungari ie iii illumin inclus indi injuri innov interfer internet iron johnson jone journal journalist kati kid knew korean latitud lesser lift linear liter lodg luke lung magnific mainten maker mammal manifest map mar martial mask maximum mccartnei mediterranean melodi metabol meter metropolitan mexican moder mouth muscl napoleon narrat nasa newli nobl nois nuclei nude offset ottoman owner palm pattern percept perspect philippin phillip photo physicist pierr pioneer poem pool port portugues predominantli premis prestigi prioriti profess profil psycholog queen quot radiu ralli rebuilt regardless remot repair rhythm rice rose rout row rural sarah scan scotland search segment send sensit sheet shrek shuttl simon simplest sitcom snake sought spiral steam storag storylin stretch string stronger struck succeed successfulli suppress surpass suspend swim swing switzerland taught tax teach temper tenth terrorist textur thank thirteen throne ticket tini tool trailer troubl trust truth turk turkei ukrain uncov underground unesco upris urg versaill vice victim virtual warn wast weld wilhelm withdraw wrong ye younger
6 14th 17th 1883 1901 1920 1925 1930 1930s 1934 1939 1943 1952 1957 1960 1964 1967 1975 1978 1979 1982 21st 2nd 35 36 39 3d 43 50000 600 63 66 79 95 accuraci activist advic advoc aftermath ahead alan alfr allen almond altitud ambassador analyz angular answer antiqu antonio aris arsen arthur audit automat bag bale balkan ballad bare bce bedroom bibl biologi bitter boost bottl brad breakup bump canal canva cap catastroph ceil cellular certifi chile chronicl cinematographi circumst clark climax closer coaster coastlin coconut coffe collector columbia commentari complain compulsori conquer consciou consecut constitu contempl context contrari convict convinc count cousin crash crop cuisin dairi danish decai degrad della demo denmark depth descript diagnos dine disc discret dismiss disneyland disord dissolv donat draft drag drain du dub dump ear easi eccentr ed egyptian einstein elit ellen elsewher emmi enabl endang enthusiast entiti ernest erupt eu expedit experiment explan exploit exterior farmer fault favourit ferment fernando ferri financ finest firework florentin florida foremost forti forum francisco fresco fridai gari gdp glenn gravit greco guardian habitat hagu headquart heavier heel heighten heir helen helm hijack homeland honei honor horizon howard hypothesi ian idol illustr impli implic impos imprison inaugur inch influenti infrastructur inmat inner input intak intrigu invad ion ioniz iran iraq irish jack jacki jersei jess jew joan jordan journei juan kelli ken kick knight lab labor laboratori larri legisl lesson liber librari licens lieuten lisa lock logo longitud louisiana lowest mad madonna mainstream medicin merchandis mere messag michel microscop midnight mike mild minim mode modif molecular mona moral mous mutual nationwid naval neck neighborhood neutron nice ninth nitrogen nixon nme nobel none nordic northwest norwegian noth notr nutrit oh oliv onion onset onward option ordinari orthodox otherwis overcom oxford oxygen pace pack page panel pariti path patrick peninsula percuss persian persuad phil philip philosoph phone photograph photon pierc pigment pixar plagu plateau poison politician pope pound precis prohibit provinci provok pump pupil qualifi quiet raid rail rapper reader realism realiti recogniz recur render repeatedli reput rescu reunit revers revis rival roger roller sail sailor satellit saturn sausag scheme scientist sex sharp signatur simpler sink slide snack snow socialist softer soi soil solo someon soup sour southwest spark specul splash spoke spoken sponsor spy stabil stadium stamp steal stir strain strict sudden suicid super superior sweden systemat talent tea telephon tenni terrain therebi theyr thompson thursdai tiger todd tone toronto tortur traffic trail tribun tribut truli tunnel turkish twelv tyler un underneath understood undertaken unpreced unsuccess updat vasari vault veloc venezuela vertic vietnam vinci virginia vulner walter wash weaken wealth wire wonder wooden workshop worth wound y zero
`
