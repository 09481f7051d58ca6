/**
 * How asking someone can end. 'link': they answer later, on their own phone.
 */
export type Outcome = 'given' | 'refused' | 'asked' | 'link' | 'must-not-show';
