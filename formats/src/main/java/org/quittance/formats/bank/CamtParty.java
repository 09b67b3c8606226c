package org.quittance.formats.bank;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A party of a transaction in a camt message.
 *
 * @param name of the ultimate party where there is one, for it is that party's invoice; else of the party itself
 * @param account without blanks; empty where unknown
 */
record CamtParty(String name, String account) {

    /**
     * The other side: who paid us, or whom we paid. Of money that comes back, the parties keep the places that they had when it
     * went out. Banks name both sides, so a party that holds our own account is never the other side.
     */
    static Optional<CamtParty> counterparty(CamtElement details, CamtBooking booking, EntryDraft draft) {
        boolean comesBack = draft.kind != BankEntry.Kind.PAYMENT;
        boolean debtorFirst = booking.isCredit() != comesBack;
        CamtParty debtor = of(details, "Dbtr");
        CamtParty creditor = of(details, "Cdtr");
        CamtParty first = debtorFirst ? debtor : creditor;
        CamtParty second = debtorFirst ? creditor : debtor;
        return Stream.of(first, second)
                .filter(party -> !party.isEmpty())
                .filter(party -> party.account().isEmpty() || !party.account().equals(booking.ownAccount()))
                .findFirst();
    }

    /** The account that was paid, where it is named and is not the one that the statement is about. */
    static String creditedAccount(CamtElement details, CamtBooking booking) {
        String account = of(details, "Cdtr").account();
        return account.equals(booking.ownAccount()) ? "" : account;
    }

    private static CamtParty of(CamtElement details, String role) {
        String ultimate = name(details, "Ultmt" + role);
        String direct = name(details, role);
        CamtElement account = details.at("RltdPties", role + "Acct");
        String accountName = account == null ? "" : account.text("Nm");
        String name = Stream.of(ultimate, direct, accountName)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new CamtParty(name, account == null ? "" : EntryDraft.account(CamtStatement.accountNumber(account)));
    }

    private static String name(CamtElement details, String role) {
        return Stream.of(
                        details.text("RltdPties", role, "Nm"),
                        details.text("RltdPties", role, "Pty", "Nm"),
                        details.text("RltdPties", role, "Agt", "FinInstnId", "Nm"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean isEmpty() {
        return name.isEmpty() && account.isEmpty();
    }
}
