package org.quittance.core.respondent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.calendar.BusinessCalendars;

/** Who in the company may be asked by mail, and when they are reminded. */
class RespondentRulesTest {

    private static final CompanyDomains OURS = new CompanyDomains(Set.of("halden-rowe.example"));

    @ParameterizedTest
    @CsvSource({
        "ruth@halden-rowe.example, true",
        "ruth@HALDEN-ROWE.example, true",
        "ruth@mail.halden-rowe.example, false",
        "ruth@halden-rowe.example.net, false",
        "ruth@nothalden-rowe.example, false",
        "halden-rowe.example, false",
        "'\"a@halden-rowe.example\"@evil.example', false"
    })
    void onlyAnAddressOfExactlyTheCompanysDomainIsItsOwn(String address, boolean isOurs) {
        assertThat(OURS.accepts(address)).isEqualTo(isOurs);
        assertThat(CompanyDomains.NONE.accepts(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "-a.example", "a..example", "a b.example", "*.example", "müller.example", "com"})
    void whatIsNoDomainIsNotTaken(String word) {
        assertThat(CompanyDomains.isDomain(word)).isFalse();
        assertThatThrownBy(() -> new CompanyDomains(Set.of(word))).hasMessageContaining("is no domain");
    }

    @ParameterizedTest(name = "{0}, signs in {1}, listed {2}, sender {3}, public address {4}")
    @CsvSource({
        "'', false, false, false, false, NO_ADDRESS",
        "ruth@halden-rowe.example, false, false, false, false, NOT_LISTED",
        "ruth@elsewhere.example, false, true, false, false, FOREIGN_DOMAIN",
        "ruth@halden-rowe.example, false, true, false, false, NO_SENDER",
        "ruth@halden-rowe.example, false, true, true, false, NO_PUBLIC_ADDRESS",
        "ruth@halden-rowe.example, false, true, true, true,",
        "tessa@elsewhere.example, true, false, true, true,",
        "tessa@elsewhere.example, true, false, true, false, NO_PUBLIC_ADDRESS",
    })
    void theFirstThatStandsAgainstWritingIsTold(
            String address,
            boolean signsIn,
            boolean isListed,
            boolean hasSender,
            boolean hasPublicAddress,
            @Nullable Unasked told) {
        assertThat(Unasked.of(
                        new Unasked.Wish(address, signsIn, isListed, OURS),
                        new Unasked.Means(hasSender, hasPublicAddress)))
                .isEqualTo(Optional.ofNullable(told));
    }

    /** 25 and 28 December 2026 are holidays in Great Britain; the 26th and 27th are a weekend. */
    @ParameterizedTest(name = "asked on {0}, due on {1}: reminded on {2}, link until {3}")
    @CsvSource({
        "2026-11-23, 2026-11-26, 2026-11-25, 2026-12-10",
        "2026-11-23, 2026-11-24, 2026-11-24, 2026-12-08",
        "2026-11-25, 2026-11-30, 2026-11-27, 2026-12-14",
        "2026-11-27, 2026-11-30, 2026-11-30, 2026-12-14",
        "2026-12-22, 2026-12-29, 2026-12-24, 2027-01-12",
        "2026-12-24, 2026-12-29, 2026-12-29, 2027-01-12",
    })
    void oneIsRemindedOnTheLastWorkingDayBefore(
            LocalDate asked, LocalDate due, LocalDate reminded, LocalDate lastDayOfLink) {
        assertThat(Asking.remindOn(asked, due, BusinessCalendars.named("GB").orElseThrow()))
                .isEqualTo(reminded);
        assertThat(Asking.lastDayOfLink(asked, due)).isEqualTo(lastDayOfLink);
        assertThat(Asking.lastDayOfLink(due.plusDays(3), due)).isEqualTo(due.plusDays(17));
    }
}
