/** Infinitive, present, past and supine of verbs that notes are full of. */
const verbs = (
  'vara är var varit,ha har hade haft,bli blir blev blivit,gå går gick gått,göra gör gjorde gjort,bo bor bodde bott,' +
  'säga säger sa sagt,se ser såg sett,få får fick fått,ta tar tog tagit,ge ger gav gett,stå står stod stått,' +
  'ligga ligger låg legat,sitta sitter satt suttit,sova sover sov sovit,äta äter åt ätit,leka leker lekte lekt,' +
  'prata pratar pratade pratat,tala talar talade talat,berätta berättar berättade berättat,ringa ringer ringde ringt,' +
  'fråga frågar frågade frågat,svara svarar svarade svarat,skriva skriver skrev skrivit,läsa läser läste läst,' +
  'träffa träffar träffade träffat,hjälpa hjälper hjälpte hjälpt,vänta väntar väntade väntat,åka åker åkte åkt,' +
  'hämta hämtar hämtade hämtat,lämna lämnar lämnade lämnat,komma kommer kom kommit,flytta flyttar flyttade flyttat,' +
  'må mår mådde mått,tycka tycker tyckte tyckt,tänka tänker tänkte tänkt,tro tror trodde trott,veta vet visste vetat,' +
  'känna känner kände känt,vilja vill ville velat,kunna kan kunde kunnat,behöva behöver behövde behövt,' +
  'arbeta arbetar arbetade arbetat,jobba jobbar jobbade jobbat,laga lagar lagade lagat,handla handlar handlade handlat,' +
  'stanna stannar stannade stannat,hålla håller höll hållit,sluta slutar slutade slutat,börja börjar började börjat,' +
  'fortsätta fortsätter fortsatte fortsatt,försöka försöker försökte försökt,visa visar visade visat,' +
  'gråta gråter grät gråtit,skrika skriker skrek skrikit,slå slår slog slagit,bråka bråkar bråkade bråkat,' +
  'dricka dricker drack druckit,följa följer följde följt,möta möter mötte mött,spela spelar spelade spelat,' +
  'gälla gäller gällde gällt,finnas finns fanns funnits,heta heter hette hetat,klara klarar klarade klarat,' +
  'somna somnar somnade somnat,vakna vaknar vaknade vaknat,beskriva beskriver beskrev beskrivit,' +
  'uppge uppger uppgav uppgett,önska önskar önskade önskat,lova lovar lovade lovat,orka orkar orkade orkat,' +
  'hinna hinner hann hunnit,våga vågar vågade vågat,minnas minns mindes mints,trivas trivs trivdes trivts,' +
  'boka bokar bokade bokat,besluta beslutar beslutade beslutat,bedöma bedömer bedömde bedömt,få får fick fått,' +
  'ändra ändrar ändrade ändrat,titta tittar tittade tittat,lyssna lyssnar lyssnade lyssnat,låta låter lät låtit,' +
  'höra hör hörde hört,sakna saknar saknade saknat,köpa köper köpte köpt,betala betalar betalade betalat,' +
  'spara sparar sparade sparat,delta deltar deltog deltagit,tacka tackar tackade tackat,skicka skickar skickade skickat,' +
  'byta byter bytte bytt,vistas vistas vistades vistats,betyda betyder betydde betytt,gilla gillar gillade gillat,' +
  'älska älskar älskade älskat,hata hatar hatade hatat,sjunga sjunger sjöng sjungit,springa springer sprang sprungit,stämma stämmer stämde stämt'
)
  .split(',')
  .map((forms) => forms.split(' '))

export const infinitives: ReadonlySet<string> = new Set(verbs.map(([infinitive]) => infinitive!))

/** Present and past, and auxiliaries. */
export const finiteVerbs: ReadonlySet<string> = new Set([
  ...verbs.flatMap(([, present, past]) => [present!, past!]),
  ...'ska skall skulle måste bör borde brukar brukade lär törs finns fanns gavs sade lade la satte sätter ställer'.split(
    ' ',
  ),
])

export const supines: ReadonlySet<string> = new Set(verbs.map((forms) => forms[3]!))
