// Parts of patterns over a command's context.

export const number =
  '(?:\\d\\S*|noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen)\\S*)'
export const ordinal =
  '(?:första|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|sista|nästa|samma|denna|förra|enda|föregående|nämnda)'
export const weak = '(?:den|denna|någon|ingen|min|din|sin|hans|hennes|deras|andra)'
export const preposition =
  '(?:i|på|till|från|vid|om|av|ur|under|enligt|per|för|med|kring|efter|inför|genom|utifrån|mot)'
export const common =
  '(?:viktig|annan|ny|öm|svag|stark|svår|känslig|central|avgörande|gemensam|enda|blind|kritisk|låg|hög|egen|särskild|given|viss|bra|fast|ytterligare|övrig|enskild|bestämd|allmän|tänkbar|röd|blå|grön|gul|svart|vit|liten|stor|lång|kort|mörk|ljus|tom|öppen|säker|klar|oklar|gammal|sen|intressant|helt|mycket|lite|\\S+lig|\\S{3,}isk|springande|följande|återstående|kvarstående|nuvarande|inledande|avslutande|övergripande|liknande|större|mindre|senare|tidigare|svårare|viktigare|lättare|känsligare)'
export const definite = '(?:ömma|svaga|starka|blinda|känsliga|svåra|viktiga|gemensamma|låga|höga)'
export const neuter = '(?:stort|litet|helt|nytt|enda|öppet|annat|eget|rakt|extra|kvarstående|\\S+igt|\\S+skt)'
export const many =
  '(?:två|tre|fyra|fem|tio|många|flera|fler|några|inga|alla|olika|vissa|dessa|stora|nya|flertalet|diverse)'
/** "klockan ett": no article. */
export const counted = '(?:klockan|punkt|nummer|sida|grupp|klass)'
export const few = '(?:många|flera|fler|några|inga|olika|vissa|stora|nya)'
export const relative = '(?:då|där|som|när|vi|hon|han|jag|de|du|man|ni)'
export const writes =
  '(?:sätta|sätter|satte|sätt|saknar|saknas|saknade|använda|använder|använde|skriver|skrev|skriva|glömmer|glömde|gör|gjorde|göra|inget|utan|med|som|inom|mellan|både|och)'
