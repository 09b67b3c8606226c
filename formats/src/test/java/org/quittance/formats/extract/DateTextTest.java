package org.quittance.formats.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-15|DMY|2026-07-15",
                "2026/07/15|MDY|2026-07-15",
                "2026-07-15T10:20:00|MDY|2026-07-15",
                "2026-07-15 10:20:00|MDY|2026-07-15",
                "20260715|DMY|2026-07-15",
                "15.07.2026|DMY|2026-07-15",
                "5.7.26|DMY|2026-07-05",
                "15/07/2026|DMY|2026-07-15",
                "07/15/2026|MDY|2026-07-15",
                "03/04/2026|DMY|2026-04-03",
                "03/04/2026|MDY|2026-03-04",
                "26-07-15|YMD|2026-07-15",
                "1/2/99|MDY|1999-01-02",
                "7/15/2026 3:45 PM|MDY|2026-07-15",
                "15 Jul 2026|MDY|2026-07-15",
                "15-JUL-26|MDY|2026-07-15",
                "Jul 15, 2026|DMY|2026-07-15",
                "Wednesday, July 15, 2026 10:32 AM GMT+01:00|MDY|2026-07-15",
                "15. März 2026|DMY|2026-03-15",
                "15 août 2026|DMY|2026-08-15",
                "3 juin 2026|DMY|2026-06-03",
                "3 juillet 2026|DMY|2026-07-03",
                "1 mei 2026|DMY|2026-05-01",
                "15 dic 2026|DMY|2026-12-15",
                "46218|DMY|2026-07-15",
                "29.02.2028|DMY|2028-02-29"
            })
    void aDateIsReadAsItsSystemPrintsIt(String text, DateOrder order, LocalDate expected) {
        assertThat(new DateText(order).parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2026",
                "15.13.2026",
                "29.02.2027",
                "2026-7",
                "07/15",
                "yesterday",
                "15 Foo 2026",
                "123",
                "123456",
                "1.234,56",
                "01.01.0026",
                "01-01-1850",
                "01.01.9999",
                "a-b-c",
                "1/2-2026",
                "::",
                "T",
                "2026-07-15-",
                "--"
            })
    void whatIsNoDayIsNoDate(String text) {
        assertThat(new DateText(DateOrder.DMY).parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000", "00.00.0000", "0000-00-00", "9999-12-31", "31.12.9999", "31-DEC-4712"})
    void someDatesMeanThatThereIsNone(String text) {
        assertThat(DateText.isNone(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Net 30|2026-07-15|2026-08-14",
                "30 days|2026-07-15|2026-08-14",
                "Net30|2026-07-15|2026-08-14",
                "2/10 net 45|2026-07-15|2026-08-29",
                "2% 10, Net 30|2026-07-15|2026-08-14",
                "30 Tage netto|2026-07-15|2026-08-14",
                "14 Tage 2 % Skonto, 30 Tage netto|2026-07-15|2026-08-14",
                "30 jours fin de mois|2026-07-15|2026-08-31",
                "EOM|2026-07-15|2026-07-31",
                "Due on receipt|2026-07-15|2026-07-15",
                "sofort ohne Abzug|2026-07-15|2026-07-15",
                "IMMEDIATE|2026-07-15|2026-07-15",
                "60 giorni|2026-07-15|2026-09-13",
                "N60|2026-07-15|2026-09-13"
            })
    void termsThatSayTheirDaysAreUnderstood(String terms, LocalDate from, LocalDate due) {
        assertThat(new TermsText().parse(terms))
                .get()
                .extracting(term -> term.from(from))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZB01", "0001", "NAH4", "Z030", "as agreed", "net of tax"})
    void aCodeThatSaysNothingIsNotGuessedAt(String terms) {
        assertThat(new TermsText().parse(terms)).isEmpty();
    }
}
