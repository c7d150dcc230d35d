/**
 * Usual first names in Sweden, also of those who have come here. Left out are names that begin sentences as ordinary
 * words too: "Bo", "Sol", "Hans", "Per", "Ville", "Love", "My", "Bror", "Tom", "Max", "Sten", "Maj", "Björn".
 */
const firstNames = new Set(
  (
    'abbas abdallah abdelaziz abdi abdiaziz abdifatah abdikadir abdirahman abdirashid abdirisaq abdisalam ' +
    'abdolrahman abdul abdulkadir abdulla abdullah abdullahi abdulrahman abeba abed abel abu adam adan adel adil ' +
    'adnan adrian afaf afnan afrah afsaneh agata agda agnes agneta agnieszka agron ahlam ahmad ahmed ahmet aicha ' +
    'aida aina aino aisha akram alaa albert albin albina aleksander aleksandra alex alexander alexandra alexis ' +
    'aleyna alf alfons alfred ali alia alice alicia alina alisa aliya alma almaz alva alvin amal amalia amanda ' +
    'amani amanuel amar amel amelia amelie amer amin amina aminata amir amira amjad ammar amna anastasia anders ' +
    'andrea andreas andreea andrei andrej andrew andrii andrzej anette angela angelica angelika angelina anisa ' +
    'anita anja ann ann-christin ann-marie anna anna-karin anna-lena anneli annelie annette annica annie annika ' +
    'annikki antero anthony anton antonia antonio anwar aram arash arben arber ardita aref arezo arian ariana ' +
    'arif arman arne aron arta arthur arto artur arvid arwa aryan asad asha ashraf ashwaq asma asmaa assad asta ' +
    'astrid atefeh august aurora awa axel aya ayaan ayan ayanle ayesha ayman aynur ayse ayub ayşe azad aziz ' +
    'aziza azra bahar bahram baran barbara barbro basel bashar bashir basma bassam batoul beata beatrice beatrix ' +
    'behzad bekim bella bengt bengt-åke benjamin bereket berfin berit bernt bert bertil besart besnik betül ' +
    'bianca bilal bilan birger birgit birgitta birgitte bjarne blerim bodil bogdan boris brian britt britt-marie ' +
    'britta burak burhan bushra camilla carin carina carita carl carl-johan carlos carmen carol carola carolina ' +
    'caroline caspar casper catarina catharina cathrine cecilia cem chalak charles charlie charlotta charlotte ' +
    'chris christel christer christian christina christine christoffer christopher claes claudia claus colin ' +
    'conny cornelia cristian cristina dagmar dagny dahir dalia dalila dana dani daniel daniela daniella danuta ' +
    'dara dariusz daud david davood dawit dejan deka demir denise deniz dennis desirée diana diar didrik diego ' +
    'dilan dilara dimitri dino diyar djamila djibril dmytro doaa dorota dorotea dragan drita dunia dunya dusan ' +
    'ebba ebbe ebru eddie edgar edin edit edith edona edvard edvin edward egon ehab ehsan eileen einar eini eira ' +
    'ekin elena eleni eleonor eleonora elham eli eliana elias elif elin elina elinor elis elisa elisabet ' +
    'elisabeth elise eliza elizabeth ella ellen ellie elliot elma elof elsa elsie elton elvin elvira elvis emad ' +
    'eman emanuel emelie emil emilia emilie emily emin emina emine emir emma emmanuel emmy emre enzo erfan ' +
    'erica erik erika erland erling ermias ernst esma esra esraa ester esther eugen eva eva-lena evelina evelyn ' +
    'evert ewa eyad eyob fabian fadi fadil fadumo fahad fahim fahima faisal faiza fanny farah fardowsa farhad ' +
    'farhan farhiya fariba farid farida fariha faris farouk farzad farzaneh fatemeh fathi fathia fatih fatima ' +
    'fatimah fatma fatmata fatme fatmir fatou fatoumata fatuma fawzia faysal felicia felix ferdinand fereshteh ' +
    'feven filip filippa filmon fiona firas firoozeh florin folke francisco frank frans fredrik fredrika ' +
    'freweyni freya frida fritiof gabriel gabriella gabrielle gashaw georg george gerd gerda gerhard germund ' +
    'gertrud ghada ghaith ghassan ghazal gholam gisela gittan gloria golnaz goran gordana gottfrid grace gudrun ' +
    'guled gulistan gun gunborg gunhild gunilla gunnar gunnel gustaf gustav göran görel gösta göte habib habiba ' +
    'habtom hadi hadil hadiya haider hajar halima hamad hamada hamdi hamid hamida hamza hana hanad hanan haneen ' +
    'hani hanna hannah hannan hannele hannes harald haris haroun harriet harry haruna hassan hasse hassina ' +
    'hatice hawa hawraa haya hayat hayder heba hedda hedvig heidi heike helena helene helga helge helin helmer ' +
    'helmi helmut hemin henning henric henrietta henrik henry herbert herman hiba hikmat hilda hilding hillevi ' +
    'hilma hiwa hjalmar hoda hodan holger homa hosna hossain hossein hubert huda hudayfi hugo husam husein ' +
    'huseyin hussain hussein håkan hüseyin ian ibado ibrahim ibrahima ida idil idris idun ifrah igor ihab ikram ' +
    'ilham ilhan ilona ilse ilyas imad iman imran ines inez ingalill ingegerd ingela ingemar inger ingmar ' +
    'ingmarie ingrid ingvar ioana ionut irena irene irina irja irma iryna isabel isabell isabella isabelle isac ' +
    'isak ismael ismahan ismail isolde israa issa ivan ivana ivar iyad izabella jaber jack jacob jafar jakob ' +
    'jakub jalal jamal james jamila jamshid jan jana janina janne jari jasmin jasmina jasmine jasna jawad jawed ' +
    'jean jeanette jeanne jelena jennie jennifer jenny jens jerker jerry jesper jessica jesús jimmie jimmy jiyan ' +
    'joachim joakim joan joanna joar jodie joel johan johanna johannes john johnny jon jona jonas jonatan ' +
    'jonathan jonna jonny josef josefin josefina josefine joseph josephine josua josé joud jouri juan judit ' +
    'judith juha juhani julia julian juliana julie julius jussi justina jytte jörg jörgen jörn kaarina kai kaisa ' +
    'kajsa kalle kaltrina kaltun kamal kamila kamran karam karen kari karim karin karina karl karl-erik ' +
    'karl-johan karla karolin karolina karoline karwan karzan kasim katarina katarzyna kate kateryna kathrin ' +
    'katja katrin kawther kenneth kenny kent kerstin kevin khadar khadija khadijo khadra khaled khalid khalifa ' +
    'khalil khatera kibrom kilian kim kimberly kirsi kirsten kjell klas knut konrad konstantin krister kristian ' +
    'kristin kristina kristine kristoffer krystyna krzysztof kurt lamar lamin lara lars lars-erik lasse lateef ' +
    'latifa laura lauri lavin layan layla lea leena leif leila lejla lena lennart leo leon leona leonard ' +
    'leonardo leopold lewis leyla leyli lia liam liban lidia lilian lillemor lilly lina linda linh linn linnea ' +
    'linnéa linus lisa lisbet lisbeth lise lise-lotte liselott liselotte loa loke loran lotta lottie louise ' +
    'lovis lovisa lubna luca lucas lucy ludvig luis luisa lujain luka lukas luna lydia lykke maciej madeleine ' +
    'madelene magda magdalena magnus maha mahad mahamed mahdi mahmoud mahmud mahnaz mahsa maja majken majlis ' +
    'malak malcolm malgorzata malika malin malte malva mamadou manal manfred manuel marcel marcin marcus marek ' +
    'margaret margareta margaretha margit margot maria mariam mariana mariann marianne marie marielle marija ' +
    'marika marina mario marion marita marith maritha marius marja marjan marko markus marlene marta martha ' +
    'marthe martin martina marvin marwa marwan mary maryam maryna marzia maría masoud massoud mateo mathias ' +
    'mathilda matilda mats matteo matthias matti mattias maud maurits maximilian maya maysa mebrahtu mehdi ' +
    'mehmet meja melek melissa melker melvin merhawi merja meron merve meryem mia michael michaela michal miguel ' +
    'mihai mika mikael mikaela mike mikko mila milad milan milena milica milla milo milton mimmi minh mira ' +
    'miranda mircea mirela miriam mirja mirjam mirsad mirza misha mitra moa mohamad mohamed mohammad mohammed ' +
    'mohsen molly mona monica monika morgan moritz moshtaba mostafa mouna moussa muhamed muhammad muhammed ' +
    'muhanad mulu muna murat muse mustafa muzhda märit märta måns nabil nada nadia nadim nadin nadine nadja ' +
    'nahid nahla naima najah najib najma nancy naomi narges nargis nasim nasir nasra nasrin nasser natalia ' +
    'natalie nataliia natasha nathalie nathan natnael navid nawal nazanin nebojsa negar nellie nelly nermin ' +
    'nesrin nicholas nicklas niclas nico nicole nidal nikita niklas nikola nikolai nikolas nilofar niloufar nils ' +
    'nils-erik nima nimo nina nisrin nizar noa noah noel noor nora nour noura nouri novalie nur nura nurten ' +
    'oksana ola olaf oleh oleksandr oleksii olena olga oliver olivia olle olli olof omar omer omid oona osama ' +
    'oscar oskar osman osvald othman otilia otto ousman ousmane ove owe pablo pamela parisa parvin parwin ' +
    'patricia patrick patrik paul paula paulina pauline pavel pawel payam peder pekka pelle per-erik pernilla ' +
    'peter petra petri petronella petter peyman philip phillip pia pierre piotr pirjo pontus pouya qais qasim ' +
    'radu raed rafael rafi ragad ragnar ragnhild rahaf rahel rahim rahma rahmat raimo rakel ralf rami ramin ' +
    'ramla ramona rana rania ranya rasha rashid rasmus rasul rawan rayan rayyan razan rebecca rebecka reem reham ' +
    'reidar reijo renata renate reza rezwan richard rickard rikard rima ritva robel robert roberto robiel robin ' +
    'roda rodi roger rojda rojin rola roland rolf ronahi ronald ronja ronny roqaya rosanna rosita roya roza ' +
    'rozhin ruba ruben rudolf rukia rune ruqayya rustam rut rutger ruth ruweyda saad saba sabah sabina sabine ' +
    'sabrin sabrina sadia saeed safa safaa safiya sagal sahar sahel sahra said saida saif salah saleh salem ' +
    'salim sally salma salman salme salwa sama samah saman samar sami samia samir samira samiya samra samuel ' +
    'sana sanaa sandra sanna sara sarah sarwa sasha sawa sawsan sayed sayeed sead sebastian seid selam selamawit ' +
    'selim selma semhar semira senad senait sergej serhii serkan serwa shabnam shadi shahad shahd shahin shahram ' +
    'shaima shamso sharif sherin shilan shirin shokria shpresa shukri sidra sigge signe sigrid sigurd sigvard ' +
    'siham silvia simon simone simret sinan siri sirkka siv sixten slobodan sofia sofie sofyan sofía soheila ' +
    'solveig sonja sophia sophie soran soraya souad stefan stefania steffan stella stellan stephanie steve ' +
    'steven stina sture suad suhair sulaiman suleiman suleyman sumaya sune susan susanna susanne suzan svante ' +
    'sven sverker svetlana svitlana sylvia synnöve sören tage taha taher tahira taina talal tamara tanja tapio ' +
    'tara tarek tareq tariq tarja tatiana tatjana tawfik ted teddy tekla teodor teresa terese teresia tesfay ' +
    'tetiana thea theo theodor theres therese thomas thor thora thorbjörn thyra tiina tilda tilde timo timothy ' +
    'tina tindra tobias tomas tomasz tommy tony toralf torbjörn tord tore torgny torsten torun tova tove troels ' +
    'trygve tsegay tsehay tuija tuomas turki tuula tyra ubah uday ugbad ulf ulla ulla-britt ulrica ulrik ulrika ' +
    'umar umut uno urban urho ursula valdemar valentin valentina valmira valon valter vanessa vanja vasilij ' +
    'vendela vera verner veronica veronika vesna victor victoria vidar viggo viktor viktoria vilgot vilhelm ' +
    'vilhelmina vilma vincent viola violeta virpi viveka vivi vivian viviann vladimir volodymyr wafa waldemar ' +
    'waleed walid walter warda warsame wassim werner wiktoria wilhelm wilhelmina william wilma wilmer wisam ' +
    'wojciech yahia yahya yana yara yared yaser yasin yasir yasmin yasmina yasmine yassin ylva yngve yohannes ' +
    'yonas yonis yordanos younes younis yousef yousif yousra youssef yuliia yunus yusra yusuf yvette yvonne zabi ' +
    'zahid zahir zahra zain zaina zainab zakaria zakariya zaki zamzam zana zara zeina zeinab zekarias zelda ' +
    'zeyneb zeynep ziad zineb zlatan zoe zofia zohra zoran zuhair åke åsa åse östen özlem'
  ).split(' '),
)

/** In small letters, also in the genitive: "Klas" has no "Klass". */
export const isFirstName = (word: string): boolean =>
  firstNames.has(word) || (/[^s]s$/.test(word) && firstNames.has(word.slice(0, -1)))
