package org.quittance.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTextTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(
                        "We pay on Friday.\n\nOn Mon, 2 Mar 2026 at 10:02, Alder Paper wrote:\n> Dear Jana",
                        "We pay on Friday."),
                arguments(
                        "Paid.\n\nOn Mon, 2 Mar 2026 at 10:02, Alder Paper Europe\n<credit@alder.example> wrote:\n> x",
                        "Paid."),
                arguments(
                        "Kommt Freitag.\nAm 02.03.2026 um 10:02 schrieb Alder Paper:\n\nSehr geehrte",
                        "Kommt Freitag."),
                arguments("Payé.\nLe lun. 2 mars 2026 à 10:02, Alder Paper a écrit :\n> Madame", "Payé."),
                arguments("See below.\n-----Original Message-----\nFrom: Alder", "See below."),
                arguments("Siehe unten.\n\nVon: Alder Paper\nGesendet: Montag, 2. März 2026\nAn: Jana", "Siehe unten."),
                arguments("Done\n________________________________\nFrom: Alder", "Done"),
                arguments("Thanks\n\n> Dear Jana\n>\n> 640.00\n", "Thanks"),
                arguments("> Dear Jana", ""),
                // not clear: all of it is said
                arguments(
                        "> INV-1\nThis one is disputed.\n> INV-2\nThis one we pay.",
                        "> INV-1\nThis one is disputed.\n> INV-2\nThis one we pay."),
                arguments("From: our side all is well.", "From: our side all is well."),
                arguments("On Friday our buyer wrote to you", "On Friday our buyer wrote to you"),
                arguments("", ""));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatIsSaidEndsWhereItIsClearThatAQuotationBegins(String text, String said) {
        AnswerText answer = AnswerText.of(text);
        assertThat(answer.said()).isEqualTo(said);
        assertThat((answer.said() + answer.quoted()).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void aTextOfNothingButQuotationMarksTakesNoTime() {
        assertThat(AnswerText.of(">\n".repeat(200_000) + "end").said()).endsWith("end");
    }
}
