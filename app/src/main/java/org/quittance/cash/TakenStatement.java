package org.quittance.cash;

import org.quittance.core.money.Money;

/** What became of a statement at the door. */
public sealed interface TakenStatement {

    /**
     * Its lines are in the book.
     *
     * @param added lines that are new
     * @param known lines that an earlier file had brought
     */
    record Taken(long statementId, int added, int known) implements TakenStatement {}

    /** The balances do not close: the lines are in the book, and nothing is applied until a person releases the statement. */
    record Held(long statementId, int added, Money difference) implements TakenStatement {}

    /** It only announces what the day's final statement will bring again; nothing is booked from it. */
    record Announced(long statementId, int announced) implements TakenStatement {}

    /** The very same statement came before. */
    record KnownAlready(long statementId) implements TakenStatement {}

    /** Nobody has told whose account it is. */
    record UnknownAccount(String account) implements TakenStatement {}

    /** The account is kept in another currency. */
    record WrongCurrency(String account, String expected, String found) implements TakenStatement {}
}
