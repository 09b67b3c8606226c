package org.quittance.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Statements as camt.053.001.08. */
final class CamtText {

    private CamtText() {}

    static String of(List<BankDay> days) {
        String statements = days.stream().map(CamtText::statement).collect(Collectors.joining());
        BankDay last = days.getLast();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
                 <BkToCstmrStmt>
                  <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT05:30:00Z</CreDtTm></GrpHdr>
                %s </BkToCstmrStmt>
                </Document>
                """.formatted(last.reference(), last.date().plusDays(1), statements);
    }

    private static String statement(BankDay day) {
        DemoEntity entity = day.entity();
        String entries = day.lines().stream().map(line -> entry(day, line)).collect(Collectors.joining());
        return """
                  <Stmt>
                   <Id>%s</Id><ElctrncSeqNb>%d</ElctrncSeqNb><CreDtTm>%sT05:30:00Z</CreDtTm>
                   <Acct><Id><IBAN>%s</IBAN></Id><Ccy>%s</Ccy><Ownr><Nm>%s</Nm></Ownr>\
                <Svcr><FinInstnId><BICFI>%s</BICFI></FinInstnId></Svcr></Acct>
                %s%s%s  </Stmt>
                """.formatted(
                        day.reference(),
                        day.sequence(),
                        day.date().plusDays(1),
                        entity.bankAccount(),
                        entity.currency(),
                        escaped(entity.companyName()),
                        entity.bic(),
                        balance(day, "OPBD", day.openingMinor()),
                        balance(day, "CLBD", day.closingMinor()),
                        entries);
    }

    private static String balance(BankDay day, String code, long minor) {
        return "   <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>%s<Dt><Dt>%s</Dt></Dt></Bal>\n"
                .formatted(code, amount(day, minor), day.date());
    }

    private static String entry(BankDay day, BankLine line) {
        String transactions = line.parts().isEmpty()
                ? transaction(day, line)
                : "<Btch><NbOfTxs>%d</NbOfTxs></Btch>".formatted(line.parts().size())
                        + line.parts().stream()
                                .map(part -> transaction(day, part))
                                .collect(Collectors.joining());
        return """
                   <Ntry>%s<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt>\
                <AcctSvcrRef>%s</AcctSvcrRef>%s
                    <NtryDtls>%s</NtryDtls></Ntry>
                """.formatted(
                amount(day, line.minor()), day.date(), day.date(), line.reference(), code(line.kind()), transactions);
    }

    private static String transaction(BankDay day, BankLine line) {
        return "<TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>%s%s%s%s</TxDtls>"
                .formatted(
                        line.reference(), amount(day, line.minor()), parties(line), remittance(line), returned(line));
    }

    private static String parties(BankLine line) {
        if (line.counterparty().isEmpty()) {
            return "";
        }
        // Of a direct debit the payer stays the debtor when it comes back.
        String role = line.kind() == BankLine.Kind.PAID_OUT ? "Cdtr" : "Dbtr";
        return "<RltdPties><%s><Pty><Nm>%s</Nm></Pty></%s>%s</RltdPties>"
                .formatted(role, escaped(line.counterparty()), role, account(role, line.counterpartyAccount()));
    }

    private static String account(String role, String account) {
        if (account.isEmpty()) {
            return "";
        }
        String id = Character.isLetter(account.charAt(0))
                ? "<IBAN>" + account + "</IBAN>"
                : "<Othr><Id>" + account + "</Id></Othr>";
        return "<%sAcct><Id>%s</Id></%sAcct>".formatted(role, id, role);
    }

    private static String remittance(BankLine line) {
        String lines = line.text().stream()
                .map(text -> "<Ustrd>" + escaped(text) + "</Ustrd>")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "<RmtInf>" + lines + "</RmtInf>";
    }

    private static String returned(BankLine line) {
        return line.kind() == BankLine.Kind.RETURNED ? "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>" : "";
    }

    private static String code(BankLine.Kind kind) {
        String codes = switch (kind) {
            case RECEIVED -> "<Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>";
            case RETURNED -> "<Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly>";
            case CHARGE -> "<Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>CHRG</SubFmlyCd></Fmly>";
            case PAID_OUT -> "<Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>";
        };
        return "<BkTxCd><Domn>" + codes + "</Domn></BkTxCd>";
    }

    private static String amount(BankDay day, long minor) {
        return "<Amt Ccy=\"%s\">%s</Amt><CdtDbtInd>%s</CdtDbtInd>"
                .formatted(
                        day.entity().currency(),
                        BigDecimal.valueOf(Math.abs(minor), 2).toPlainString(),
                        minor < 0 ? "DBIT" : "CRDT");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
