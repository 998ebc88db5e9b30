// What the profiles of money have in common.

// An amount: yuan, whole fen.
RuleSet: Amount(path)
* {path} obeys fd-charge-1
