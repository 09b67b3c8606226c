package org.quittance.core.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.copy.CopyOwner.Document;
import org.quittance.core.copy.CopyOwner.Entity;
import org.quittance.core.copy.CopyOwner.Verdict;
import org.quittance.core.copy.CopyOwner.Why;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;

/** Whose copy a PDF is: by its XML, its name, its first page, and never by a guess. */
class CopyOwnerTest {

    private static final Entity UK = new Entity(1, "HRUK", "Halden & Rowe Ltd");
    private static final Entity DE = new Entity(2, "1000", "Halden & Rowe GmbH");
    private static final List<Entity> BOTH = List.of(UK, DE);

    /** In the ledger of these tests. INV-7 is in both entities, and CN-9 is an invoice and a credit note of one account. */
    private static final List<Document> LEDGER = List.of(
            document(11, 101, UK, ItemKind.INVOICE, "INV-1001"),
            document(12, 101, UK, ItemKind.INVOICE, "2024/118"),
            document(13, 102, UK, ItemKind.CREDIT_NOTE, "CRN-55"),
            document(14, 101, UK, ItemKind.INVOICE, "INV-7007"),
            document(15, 103, UK, ItemKind.INVOICE, "1001"),
            document(16, 101, UK, ItemKind.INVOICE, "CN-9000"),
            document(17, 101, UK, ItemKind.CREDIT_NOTE, "CN-9000"),
            document(21, 201, DE, ItemKind.INVOICE, "0090001234"),
            document(22, 201, DE, ItemKind.INVOICE, "INV-7007"),
            document(23, 202, DE, ItemKind.INVOICE, "90005555"),
            document(24, 202, DE, ItemKind.INVOICE, "90005555"));

    static Stream<Arguments> names() {
        return Stream.of(
                // the whole name, in whatever spelling
                named("INV-1001.pdf", null, "11"),
                named("inv-1001.PDF", null, "11"),
                named("2024-118.pdf", null, "12"),
                named("90001234.pdf", null, "21"),
                named("CRN-55.pdf", UK, "13"),
                // the lines of one document are one answer
                named("90005555.pdf", null, "23 24"),
                // a part that is clearly set off
                named("Invoice INV-1001 (copy).pdf", null, "11"),
                named("Alder Paper - INV-1001 - March.pdf", null, "11"),
                named("90001234_1000.pdf", null, "21"),
                named("INV-7007_1000.pdf", null, "22"),
                named("INV-7007.pdf", UK, "14"),
                // a part that is not: 1001 is another customer's invoice
                named("INV-1001-2.pdf", UK, Why.NO_NUMBER),
                named("XINV-1001.pdf", UK, Why.NO_NUMBER),
                named("copyINV-1001.pdf", UK, Why.NO_NUMBER),
                // too short to be meant
                named("scan 7.pdf", UK, Why.NO_NUMBER),
                named("scan.pdf", UK, Why.NO_NUMBER),
                // not known here
                named("INV-4711.pdf", UK, Why.NO_NUMBER),
                named("90001234.pdf", UK, Why.NO_NUMBER),
                // two answers
                named("INV-1001 and 2024-118.pdf", UK, Why.SEVERAL),
                named("INV-7007.pdf", null, Why.SEVERAL),
                named("CN-9000.pdf", UK, Why.SEVERAL),
                // the name and the person do not agree
                named("INV-7007_1000.pdf", UK, Why.OTHER_ENTITY));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameLeadsToItsDocumentOrToNobody(String fileName, @Nullable Entity chosen, String expected) {
        assertThat(told(decide(new CopySigns(fileName, "", "", List.of()), chosen)))
                .isEqualTo(expected);
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                page(List.of("INV-1001"), UK, "11"),
                page(List.of("INV-1001", "C-4711", "INV-1001"), UK, "11"),
                page(List.of("INV-1001", "2024/118"), UK, Why.SEVERAL),
                page(List.of("INV-4711"), UK, Why.NOT_KNOWN),
                page(List.of(), UK, Why.NO_NUMBER),
                // without the legal entity a number on a page says too little
                page(List.of("INV-1001"), null, Why.NO_NUMBER));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageIsAskedWhereTheNameSaysNothing(List<String> numbers, @Nullable Entity chosen, String expected) {
        assertThat(told(decide(new CopySigns("scan.pdf", "", "", numbers), chosen)))
                .isEqualTo(expected);
    }

    static Stream<Arguments> xmls() {
        return Stream.of(
                // certain, whatever the name says
                Arguments.of("2024-118.pdf", "INV-1001", "Halden & Rowe Ltd", null, "11"),
                Arguments.of("x.pdf", "INV-7007", "HALDEN & ROWE GMBH", null, "22"),
                Arguments.of("x.pdf", "INV-7007", "Somebody else", UK, "14"),
                Arguments.of("x.pdf", "INV-7007", "", null, Why.SEVERAL.name()),
                // its number is not known: the name is not asked instead
                Arguments.of("INV-1001.pdf", "INV-4711", "Halden & Rowe Ltd", UK, Why.NOT_KNOWN.name()),
                Arguments.of("x.pdf", "INV-1001", "Halden & Rowe GmbH", UK, Why.OTHER_ENTITY.name()));
    }

    @ParameterizedTest
    @MethodSource("xmls")
    void theXmlIsCertain(String fileName, String number, String seller, @Nullable Entity chosen, String expected) {
        assertThat(told(decide(new CopySigns(fileName, number, seller, List.of("2024/118")), chosen)))
                .isEqualTo(expected);
    }

    @Test
    void whoHasOneLegalEntityNeedNotChooseIt() {
        Verdict verdict = CopyOwner.decide(
                new CopySigns("scan.pdf", "", "", List.of("INV-1001")), null, List.of(UK), LEDGER.subList(0, 7));
        assertThat(told(verdict)).isEqualTo("11");
    }

    @Test
    void aReasonNamesWhatItCouldBe() {
        Verdict verdict = decide(new CopySigns("INV-7007.pdf", "", "", List.of()), null);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Nobodys.class,
                        nobodys -> assertThat(nobodys.sentence())
                                .isEqualTo(
                                        "It can be the copy of several documents: INV-7007 of HRUK, INV-7007 of 1000"));
    }

    private static Verdict decide(CopySigns signs, @Nullable Entity chosen) {
        return CopyOwner.decide(signs, chosen == null ? null : chosen.id(), BOTH, LEDGER);
    }

    private static String told(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Of of ->
                of.items().stream()
                        .map(item -> Long.toString(item.item().value()))
                        .collect(Collectors.joining(" "));
            case Verdict.Nobodys(Why why, String _) -> why.name();
        };
    }

    private static Arguments named(String fileName, @Nullable Entity chosen, String items) {
        return Arguments.of(fileName, chosen, items);
    }

    private static Arguments named(String fileName, @Nullable Entity chosen, Why why) {
        return Arguments.of(fileName, chosen, why.name());
    }

    private static Arguments page(List<String> numbers, @Nullable Entity chosen, String items) {
        return Arguments.of(numbers, chosen, items);
    }

    private static Arguments page(List<String> numbers, @Nullable Entity chosen, Why why) {
        return Arguments.of(numbers, chosen, why.name());
    }

    private static Document document(long item, long account, Entity entity, ItemKind kind, String number) {
        return new Document(ItemId.of(item), AccountId.of(account), entity.id(), kind, number);
    }
}
