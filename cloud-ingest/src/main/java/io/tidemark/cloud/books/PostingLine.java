package io.tidemark.cloud.books;

import io.tidemark.ledger.money.Money;

/**
 * One line of a posting.
 *
 * @param measure of what
 * @param detail which sub-account; empty where there is none
 * @param amount a debit where positive, a credit where negative
 */
public record PostingLine(Measure measure, Account account, String detail, Money amount) {}
