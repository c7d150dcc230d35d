import { finiteVerbs, infinitives, supines } from './common-verbs.ts'

const others =
  'varifrån vadå ganska tyvärr jag du han hon hen den det vi ni de dem man mig dig honom henne oss er sig en ett alla allt ingen inget inga någon ' +
  'något några många flera fler få båda varje var vem vad vilken vilket vilka hur när var varför vart vems min mitt mina ' +
  'din ditt dina sin sitt sina vår vårt våra ert era hans hennes deras denna detta dessa sådan sådant sådana samma andra ' +
  'annan annat själv ena egen och men eller så för att som om då där här nu sedan sen därefter därför dock däremot ' +
  'dessutom också även bara inte aldrig alltid ofta ibland sällan snart redan igen kanske troligen nog ju väl ja nej jo ' +
  'okej ok hej tack förlåt hejdå nja visst absolut precis exakt just i på till från med utan av hos vid under över efter ' +
  'före innan medan eftersom trots mellan mot genom kring bakom framför bredvid enligt utöver förutom angående gällande ' +
  'beträffande inför inom utanför sammanfattningsvis slutligen först första andra tredje fjärde sist sista nästa senare ' +
  'tidigare hittills numera igår idag imorgon igår kväll morgon förmiddag eftermiddag natt helg vecka veckan månad år ' +
  'året dag dagen dagarna kvällen kvällarna natten nätterna morgonen morgnarna helgen helgerna vardagar lördagar söndagar ' +
  'måndagar tisdagar onsdagar torsdagar fredagar sommaren hösten vintern våren lovet jullovet sommarlovet klockan kl ' +
  'mamma mammas mamman pappa pappas pappan mormor mormors morfar farmor farfar syster syskon syskonen bror brodern ' +
  'brodern storebror lillebror storasyster lillasyster systern bröderna systrarna moster faster morbror farbror kusin ' +
  'kusinen föräldrar föräldrarna föräldern vårdnadshavare vårdnadshavaren vårdnadshavarna barn barnet barnets barnen ' +
  'barnens flicka flickan flickans pojke pojken pojkens tonåringen ungdomen son sonen dotter dottern bebisen familj ' +
  'familjen familjens släkten grannen grannar grannarna kompis kompisar kompisen kompisarna vän vänner vännen pojkvän ' +
  'flickvän sambo sambon man mannen kvinna kvinnan fru frun make maken hustrun styvpappa styvmamma plastpappa bonuspappa ' +
  'bonusmamma familjehem familjehemmet familjehemsmamman familjehemspappan jourhem jourhemmet kontaktfamiljen ' +
  'kontaktpersonen stödfamiljen lärare läraren lärarna rektor rektorn kurator kuratorn kuratorns skolkuratorn ' +
  'skolsköterskan skolsköterska fritids förskola förskolan förskolläraren skola skolan skolans klassen mentorn mentor ' +
  'specialpedagogen elevhälsan pedagogen läkare läkaren sjuksköterskan sköterskan psykolog psykologen barnmorskan bvc ' +
  'tandläkaren vårdcentralen sjukhuset mottagningen akuten socialsekreterare socialsekreteraren handläggare ' +
  'handläggaren enhetschefen chefen ordföranden nämnden socialtjänsten socialnämnden soc kommunen polisen polis ' +
  'åklagaren domstolen tingsrätten förvaltningsrätten advokaten biträdet ombudet tolken tolk advokat behandlaren ' +
  'behandlaren familjebehandlaren kollegan medarbetaren personal personalen boendet boendepersonalen tränaren ledaren ' +
  'utredning utredningen utredningens anmälan anmälaren orosanmälan orosanmälningar ansökan beslut beslutet besluten ' +
  'bedömning bedömningen skyddsbedömning förhandsbedömning förhandsbedömningen samtal samtalet samtalen möte mötet möten ' +
  'hembesök hembesöket besök besöket umgänge umgänget vården insats insatsen insatser insatserna plan planen ' +
  'genomförandeplan genomförandeplanen vårdplan vårdplanen uppföljning uppföljningen mål målet målen åtgärd åtgärder ' +
  'underlag underlaget handling handlingar handlingarna dokument protokoll rapport rapporten brev brevet text texten ' +
  'anteckning anteckningen journalen telefon telefonsamtal telefonen mobil mobilen numret mejl mejlet sms adress adressen ' +
  'namn namnet fråga frågan frågor frågorna svar svaret punkt punkten punkter kolon komma rad raden stycke stycket ' +
  'hem hemma hemmet lägenheten lägenhet huset rum rummet köket sovrummet vardagsrummet hallen bilen bil bussen tåget ' +
  'pengar maten mat frukost frukosten middag middagen lunch lunchen läxor läxorna medicin medicinen sömn sömnen skydd ' +
  'hjälp stöd stödet våld våldet hot oro oron bråk bråket alkohol droger skada skador skadan blåmärke blåmärken smärta ' +
  'huvudvärk ont ångest sorg rädsla skuld skam trygghet tillit tid tiden tider gång gånger saker sak saken livet ' +
  'ingenting någonting allting ensam trött ledsen glad arg rädd orolig trygg lugn lugnt bra dåligt sämre bättre bäst ' +
  'svårt lätt jobbigt viktigt roligt tråkigt skönt nytt ny nya gammal stor stora liten lilla små hela halva mer mindre ' +
  'mest minst lite mycket för flest fortfarande plötsligt direkt genast ute inne uppe nere borta framme totalt ungefär ' +
  'cirka ca minst högst drygt nästan cirka noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton ' +
  'femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio hundra tusen tjugofem januari februari mars april maj juni juli ' +
  'augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag jul julen påsk påsken ' +
  'närvarande deltagare syfte syftet bakgrund datum ämne bilaga källa obs uppdrag uppdraget ring fråga boka skriv se läs ' +
  'kontakt kontakten kontakta överenskommelse samtycke samtycket sekretess resultat resultatet alltså likaså annars ' +
  'ifall fast fastän således sammantaget vidare samtidigt plus minus hälsning hälsningar vänliga ' +
  'svenska engelska arabiska somaliska sverige bankid lvu lvm bup bris ivo csn fk habiliteringen skatteverket ' +
  'försäkringskassan migrationsverket rättad mening exempel låt sätt stryk hör gå kom ta ge stanna vänta nummer närvaro ' +
  'närvaron parentes kolonin rubrik ordet orden adressen läge situation situationen lokal lokalen lista listan gruppen ' +
  'grupp byte bytet flytt flytten resa resan semester semestern ledighet frånvaro frånvaron misstanke misstankar tecken ' +
  'behov behoven krav kraven regler reglerna rutin rutiner rutinerna känslor känslorna feber febern tankar tankarna minnen minnet'

const ordinary: ReadonlySet<string> = new Set([
  ...others.split(' '),
  ...finiteVerbs,
  ...infinitives,
  ...[...infinitives].map((infinitive) => infinitive.replace(/a$/, '')),
  ...supines,
])

/** Of nouns, adjectives and participles, and of hardly any name. */
const ending =
  /(?:ing|ilt|anmälan|ansökan|ningen|ningar|ningarna|heten|heter|skap|skapet|tion|tionen|arna|erna|orna|ande|andet|ende|endet|ligt|liga|lig|iskt|iska|mässigt|igt|iga|samtal|samtalet|möte|mötet|besök|besöket|hemmet|planen|rapporten|dagen|dagar|kvällen|månaden|veckan|timmar|timmen|minuter|ades|ats|ts|sjukhuset|läraren|mannen|personalen|ansvarig|chefen|rummet|huset|vården|frågan|tiden|stödet|arbetet)$/

/** "Rubriken", "Personnumret", "Febern", but not "Jörgen", "Margaret" or "Andersen". */
const definite = /^\p{L}{3,}(?:en|et|ern|eln|orn)s?$/u
const nameLike =
  /(?:sen|een|[jr]gen|rsten|rten|phen|ven|rren|llen|helen|karen|lauren|owen|hazen|aden|garet|sabet|rriet|[hk]met|janet|juliet|violet|stern)s?$/

/** Words in small letters. Rare nouns and verbs are missing: they are taken for names. */
export function isOrdinary(word: string): boolean {
  if (ordinary.has(word) || (word.endsWith('s') && ordinary.has(word.slice(0, -1)))) return true
  return ending.test(word) || (definite.test(word) && !nameLike.test(word))
}
