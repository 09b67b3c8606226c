package org.quittance.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final Set<String> COLUMNS = Set.of("due", "name");

    @Test
    void aLinkChangesOneThingOfItsPageAndEscapesWhatItCarries() {
        Query query = Query.of("/audit").with("actor", "a&b=c").with("before", 42);
        assertThat(query.url()).isEqualTo("/audit?actor=a%26b%3Dc&before=42");
        assertThat(query.without("before").with("actor", "x").url()).isEqualTo("/audit?actor=x");
        assertThat(query.without("before").without("actor").url()).isEqualTo("/audit");
    }

    @Test
    void aSecondClickOnTheSameHeadingTurnsTheSortingRound() {
        Sorting sorting = Sorting.parse("due", COLUMNS, Sorting.ascending("name"));
        assertThat(sorting).isEqualTo(Sorting.ascending("due"));
        assertThat(sorting.clickOn("due")).isEqualTo("-due");
        assertThat(sorting.clickOn("name")).isEqualTo("name");
        assertThat(Sorting.parse("-due", COLUMNS, sorting).clickOn("due")).isEqualTo("due");
    }

    @Test
    void aColumnThatThereIsNotIsNotSortedBy() {
        Sorting usual = Sorting.descending("name");
        assertThat(Sorting.parse("password_hash", COLUMNS, usual)).isEqualTo(usual);
        assertThat(Sorting.parse(null, COLUMNS, usual)).isEqualTo(usual);
    }

    @Test
    void aRedirectStaysInTheApplication() {
        assertThatThrownBy(() -> Redirect.to("https://elsewhere.test/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Redirect.to("//elsewhere.test/")).isInstanceOf(IllegalArgumentException.class);
    }
}
