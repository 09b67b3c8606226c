package org.quittance.formats.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.ledger.ItemKind;

class FamiliesTest {

    static Stream<HeaderFamily> families() {
        return Families.all().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aHeaderMeansOneFieldInAFamily(HeaderFamily family) {
        Map<String, Field> meanings = new HashMap<>();
        family.vocabulary()
                .forEach((field, headers) -> headers.forEach(header -> {
                    Field other = meanings.putIfAbsent(header, field);
                    assertThat(other).as("%s in %s", header, family.id()).isIn(null, field);
                }));
    }

    @Test
    void everyContentHasAFamilyThatKnowsTheWordsOfAllLanguages() {
        for (Content content : Content.values()) {
            assertThat(Families.generic(content).content()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Nettofälligkeitsdatum,NETTOFAELLIGKEITSDATUM",
        "Date d'échéance nette,DATE D ECHEANCE NETTE",
        "Customer_No_,Customer No.",
        "Straße,STRASSE",
        "Numéro de pièce,numero de piece"
    })
    void spellingsOfOneHeaderAreTheSame(String one, String other) {
        assertThat(HeaderText.normalised(one)).isEqualTo(HeaderText.normalised(other));
    }

    @ParameterizedTest
    @CsvSource({
        "burks,bukrs,1",
        "bzuei,buzei,1",
        "wrbtr,wrbtr,0",
        "duedate,duedat,1",
        "belnr,kunnr,3",
        "abc,acb,1",
        "a,,1"
    })
    void aMisspeltHeaderIsAFewLettersAway(String one, String other, int distance) {
        assertThat(HeaderText.distance(one, other == null ? "" : other)).isEqualTo(distance);
        assertThat(HeaderText.distance(other == null ? "" : other, one)).isEqualTo(distance);
    }

    @Test
    void aMisspellingOfTwoWordsIsTakenForNeither() {
        assertThat(HeaderMatch.nearest(Set.of("bldat", "budat"), "bxdat")).isEmpty();
        assertThat(HeaderMatch.nearest(Set.of("bldat", "waers"), "bxdat")).contains("bldat");
    }

    @Test
    void aNeighbourInSpellingThatIsAColumnOfItsOwnIsNotTakenForAMisspelling() {
        HeaderFamily sap = Families.named("sap-tables").orElseThrow();
        List<String> headers = Stream.of("BUKRS", "KUNNR", "BELNR", "WRBTR", "BLDAT", "ZBD2P", "VBEL2")
                .map(HeaderText::normalised)
                .toList();
        assertThat(HeaderMatch.of(sap, headers))
                .contains(List.of(
                        Field.ENTITY,
                        Field.CUSTOMER_NUMBER,
                        Field.DOCUMENT,
                        Field.ORIGINAL_AMOUNT,
                        Field.DOCUMENT_DATE,
                        Field.IGNORED,
                        Field.IGNORED));
    }

    @ParameterizedTest
    @CsvSource({
        "SAP,RV,INVOICE",
        "SAP,dg,CREDIT_NOTE",
        "SAP,DZ,PAYMENT",
        "SAP,AB,JOURNAL",
        "ORACLE,CM,CREDIT_NOTE",
        "ORACLE,CB,DEBIT_NOTE",
        "QUICKBOOKS,Credit Memo,CREDIT_NOTE",
        "QUICKBOOKS,Journal Entry,JOURNAL",
        "SAGE,SA,PAYMENT",
        "SAGE,SD,CREDIT_NOTE",
        "BUSINESS_CENTRAL,Credit_Memo,CREDIT_NOTE",
        "BUSINESS_CENTRAL,Finance Charge Memo,CHARGE",
        "WORDS,Gutschrift,CREDIT_NOTE",
        "WORDS,Règlement,PAYMENT",
        "WORDS,NOTA DE CREDITO,CREDIT_NOTE",
        "WORDS,Mahngebuehr,CHARGE"
    })
    void aDocumentTypeMeansWhatItsSystemMeansByIt(TypeScheme scheme, String code, ItemKind kind) {
        assertThat(scheme.kindOf(code)).contains(kind);
    }

    @Test
    void anUnknownTypeIsNoKindAndAPurchaseBelongsToAnotherLedger() {
        assertThat(TypeScheme.SAP.kindOf("ZX")).isEmpty();
        assertThat(TypeScheme.SAP.isForeign("ZX")).isFalse();
        assertThat(TypeScheme.SAGE.kindOf("PI")).isEmpty();
        assertThat(TypeScheme.SAGE.isForeign("PI")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INVOICE,1,INVOICE", "INVOICE,-1,CREDIT_NOTE", "CREDIT_NOTE,-1,CREDIT_NOTE", "CREDIT_NOTE,1,DEBIT_NOTE",
        "PAYMENT,-1,PAYMENT", "PAYMENT,1,JOURNAL", "JOURNAL,1,JOURNAL", "CHARGE,-1,CREDIT_NOTE"
    })
    void theSignMakesACreditNoteOfABillingDocumentWithACreditAmount(ItemKind kind, int sign, ItemKind expected) {
        assertThat(TypeScheme.onSide(kind, sign)).isEqualTo(expected);
    }
}
