package org.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
class CopyRowsTest {

    /** Everything that COPY or an array gives a meaning of its own. */
    private static final List<String> AWKWARD = List.of(
            "plain",
            "",
            "a,b",
            "{a}",
            "say \"so\"",
            "back\\slash",
            "\\N",
            "NULL",
            "tab\there",
            "two\nlines",
            "Größe €");

    @Autowired
    private DSLContext sql;

    @Test
    @Transactional
    void whatIsWrittenIsReadBackAsItWas() {
        sql.execute(
                "create temporary table awkward (line int, alone text, together text[], numbers bigint[], missing date) on commit drop");
        CopyRows rows = new CopyRows(AWKWARD.size());
        for (int line = 0; line < AWKWARD.size(); line++) {
            rows.value(line)
                    .value(AWKWARD.get(line))
                    .array(AWKWARD)
                    .array(AWKWARD, String::length)
                    .value((Object) null)
                    .end();
        }

        rows.into("awkward", sql);

        assertThat(sql.fetch("select alone from awkward order by line").getValues(0, String.class))
                .isEqualTo(AWKWARD);
        assertThat(sql.fetch("select distinct together, numbers, missing from awkward"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(0, String[].class)).containsExactlyElementsOf(AWKWARD);
                    assertThat(row.get(1, Integer[].class))
                            .containsExactlyElementsOf(
                                    AWKWARD.stream().map(String::length).toList());
                    assertThat(row.get(2)).isNull();
                });
    }
}
