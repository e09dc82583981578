/**
 * Head office's double-entry books, without a database. A close-down is {@linkplain
 * io.tidemark.cloud.books.Measuring measured}: what was sold net per department and VAT rate, what
 * each tender took, what a drawer was over, what stock cost. {@linkplain
 * io.tidemark.cloud.books.PostingRules Rules}, which are data that a chain writes for itself, say
 * for each measure which account is debited and which is credited with it, so that whatever rules
 * there are, each posting balances in each currency. The measures are rows that follow the stores'
 * journals; postings are made of them when they are asked for, by the rules in force on their
 * business day.
 */
@NullMarked
package io.tidemark.cloud.books;

import org.jspecify.annotations.NullMarked;
