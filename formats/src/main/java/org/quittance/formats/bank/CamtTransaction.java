package org.quittance.formats.bank;

import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * One transaction of a camt entry.
 *
 * @param draft everything but the amount
 * @param amount what it moved, in the currency of the booking and without sign; null where the bank does not say
 * @param indicator its own CRDT or DBIT; empty where it has none
 * @param original the amount in the currency of before the conversion, without sign; null where nothing was converted
 */
record CamtTransaction(
        EntryDraft draft,
        @Nullable Money amount,
        String indicator,
        @Nullable Money original) {

    /** Sub-families of ISO 20022 external code list 4 that stand for something unpaid coming back. */
    private static final Set<String> RETURN_CODES = Set.of("UPDD", "UPCQ", "UPCC", "UPTC", "RRTN", "ARET");

    /** The German banks' own code for a returned item begins with the SWIFT type. */
    private static final String GERMAN_RETURN = "NRTI";

    private static final List<String> AMOUNTS = List.of("TxAmt", "CntrValAmt", "InstdAmt");
    private static final List<String> ORIGINAL_AMOUNTS = List.of("InstdAmt", "TxAmt", "CntrValAmt");

    static CamtTransaction of(CamtElement details, CamtBooking booking) {
        EntryDraft draft = booking.draft(details.line() == 0 ? booking.place().line() : details.line());
        takeReferences(details, draft);
        takeReturn(details, booking, draft);
        takeRemittance(details, draft);
        CamtParty.counterparty(details, booking, draft).ifPresent(party -> {
            draft.counterpartyName = party.name();
            draft.counterpartyAccount = party.account();
        });
        draft.creditedAccount = booking.isCredit() ? CamtParty.creditedAccount(details, booking) : "";
        draft.charges = charges(details, booking);
        return new CamtTransaction(
                draft, amountOf(details, booking), details.text("CdtDbtInd"), originalOf(details, booking));
    }

    boolean isCredit(boolean asBooked) {
        return indicator.isEmpty() ? asBooked : indicator.equals("CRDT");
    }

    private static void takeReferences(CamtElement details, EntryDraft draft) {
        CamtElement refs = Objects.requireNonNullElse(details.at("Refs"), details);
        String bank = EntryDraft.reference(refs.text("AcctSvcrRef"));
        draft.bankReference = bank.isEmpty() ? draft.bankReference : bank;
        String endToEnd = EntryDraft.reference(refs.text("EndToEndId"));
        draft.endToEndReference = endToEnd.isEmpty() ? EntryDraft.reference(refs.text("ChqNb")) : endToEnd;
        draft.mandateReference = EntryDraft.reference(refs.text("MndtId"));
    }

    private static void takeReturn(CamtElement details, CamtBooking booking, EntryDraft draft) {
        String ownCode = code(details);
        draft.transactionCode = ownCode.isEmpty() ? code(booking.element()) : ownCode;
        CamtElement returned = details.at("RtrInf");
        String[] codes = draft.transactionCode.split("/", -1);
        boolean isReturn = returned != null
                || RETURN_CODES.contains(codes[codes.length - 1])
                || proprietaryCode(details).startsWith(GERMAN_RETURN)
                || proprietaryCode(booking.element()).startsWith(GERMAN_RETURN);
        if (!isReturn) {
            return;
        }
        draft.kind = BankEntry.Kind.RETURN;
        if (returned != null) {
            draft.returnReason = Stream.of("Rsn", "RtrRsn")
                    .flatMap(reason -> Stream.of(returned.text(reason, "Cd"), returned.text(reason, "Prtry")))
                    .filter(reason -> !reason.isEmpty())
                    .findFirst()
                    .orElseGet(() -> returned.text("AddtlInf"));
        }
    }

    private static void takeRemittance(CamtElement details, EntryDraft draft) {
        CamtElement remittance = details.at("RmtInf");
        if (remittance != null) {
            remittance.all("Ustrd").forEach(line -> draft.addText(line.text()));
            for (CamtElement structured : remittance.all("Strd")) {
                draft.addStructuredReference(creditorReference(structured));
                structured.all("RfrdDocInf").forEach(document -> draft.addText(document.text("Nb")));
                structured.all("AddtlRmtInf").forEach(line -> draft.addText(line.text()));
            }
        }
        if (!draft.hasText()) {
            draft.addText(details.text("AddtlTxInf"));
        }
    }

    private static String creditorReference(CamtElement structured) {
        String reference = structured.text("CdtrRefInf", "Ref");
        return reference.isEmpty() ? structured.text("CdtrRefInf", "CdtrRef") : reference;
    }

    /** Domain, family and sub-family, or the bank's own code where it gives none of them. */
    static String code(CamtElement holder) {
        String domain = Stream.of(
                        holder.text("BkTxCd", "Domn", "Cd"),
                        holder.text("BkTxCd", "Domn", "Fmly", "Cd"),
                        holder.text("BkTxCd", "Domn", "Fmly", "SubFmlyCd"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        return domain.isEmpty() ? proprietaryCode(holder) : domain;
    }

    private static String proprietaryCode(CamtElement holder) {
        return holder.text("BkTxCd", "Prtry", "Cd");
    }

    private static @Nullable Money amountOf(CamtElement details, CamtBooking booking) {
        String account = booking.amount().currency().getCurrencyCode();
        return Stream.concat(own(details), explained(details, AMOUNTS))
                .filter(amount -> amount.currency().equals(account))
                .findFirst()
                .map(amount -> CamtAmount.explanatory(amount, booking.place()))
                .orElse(null);
    }

    private static @Nullable Money originalOf(CamtElement details, CamtBooking booking) {
        String account = booking.amount().currency().getCurrencyCode();
        Stream<CamtElement> told = Stream.concat(explained(details, ORIGINAL_AMOUNTS), own(details));
        return Stream.concat(told, explained(booking.element(), ORIGINAL_AMOUNTS))
                .filter(amount ->
                        !amount.currency().isEmpty() && !amount.currency().equals(account))
                .findFirst()
                .map(amount -> CamtAmount.explanatory(amount, booking.place()))
                .orElse(null);
    }

    private static Stream<CamtElement> own(CamtElement details) {
        return Stream.ofNullable(details.at("Amt"));
    }

    private static Stream<CamtElement> explained(CamtElement holder, List<String> names) {
        return names.stream().flatMap(name -> Stream.ofNullable(holder.at("AmtDtls", name, "Amt")));
    }

    /**
     * What the bank has deducted, in the currency of the account; null where it tells of none. Charges that are announced but not
     * included in the amount ({@code ChrgInclInd} false) are booked on their own and do not count.
     */
    static @Nullable Money charges(CamtElement holder, CamtBooking booking) {
        Currency currency = booking.amount().currency();
        List<CamtElement> all = holder.all("Chrgs");
        List<CamtElement> records = all.stream()
                .flatMap(charges -> charges.at("Amt") == null ? charges.all("Rcrd").stream() : Stream.of(charges))
                .toList();
        if (records.isEmpty()) {
            CamtElement total = all.isEmpty() ? null : all.getFirst().at("TtlChrgsAndTaxAmt");
            return total == null || !total.currency().equals(currency.getCurrencyCode())
                    ? null
                    : CamtAmount.explanatory(total, booking.place());
        }
        BigInteger sum = BigInteger.ZERO;
        boolean told = false;
        for (CamtElement record : records) {
            CamtElement amount = record.at("Amt");
            boolean counts = amount != null
                    && amount.currency().equals(currency.getCurrencyCode())
                    && !record.text("ChrgInclInd").equals("false");
            Money charge = counts ? CamtAmount.explanatory(amount, booking.place()) : null;
            if (charge != null) {
                told = true;
                BigInteger minor = BigInteger.valueOf(charge.minor());
                sum = record.text("CdtDbtInd").equals("CRDT") ? sum.subtract(minor) : sum.add(minor);
            }
        }
        boolean isCharge = told && sum.signum() >= 0 && sum.bitLength() < Long.SIZE;
        return isCharge ? Money.ofMinor(sum.longValueExact(), currency) : null;
    }
}
