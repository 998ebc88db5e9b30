// What the profiles of money have in common.

// An amount: yuan, whole fen.
RuleSet: Amount(path)
* {path} obeys fd-charge-1

// Where an extension may stand.
RuleSet: StandsOn(element)
* ^context[+].type = #element
* ^context[=].expression = "{element}"
