package org.quittance.formats.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "2/10 net 30;                                2 % within 10",
                "2/10, n/30;                                 2 % within 10",
                "1.5/15 N45;                                 1.5 % within 15",
                "2% 10, net 30;                              2 % within 10",
                "2 % 10 days, 30 days net;                   2 % within 10",
                "3 % 14 Tage, 2 % 30 Tage, 60 netto;         3 % within 14",
                "10 Tage 2 % Skonto, 30 Tage netto;          2 % within 10",
                "within 8 days 3% cash discount;             3 % within 8",
                "2,5 % Skonto innerhalb 14 Tagen;            2.5 % within 14",
                "2 % d'escompte à 10 jours, 30 jours net;    2 % within 10",
                "2% 10 NET 30;                               2 % within 10",
                "2 % Skonto, 30 Tage netto;                  none",
                "Net 30;                                     none",
                "30 days 12/2026;                            none",
                "ZB01;                                       none",
                "due 2026-10-31;                             none",
                "100 % prepaid, 5 days;                      none",
                "45 days net;                                none",
                "50 % 30 days, 50 % 60 days;                 none",
                "'';                                         none",
            })
    void theTermsSayHowMuchMayBeTakenOffUntilWhen(String terms, String expected) {
        assertThat(Discounts.read(terms)
                        .map(found -> found.percent() + " % within " + found.days())
                        .orElse("none"))
                .isEqualTo(expected);
    }
}
