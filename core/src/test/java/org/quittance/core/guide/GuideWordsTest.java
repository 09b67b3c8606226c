package org.quittance.core.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.collections.Action;
import org.quittance.core.guide.GuideWords.Block;

class GuideWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | ''",
                "One.                      | P:One.",
                "One,%two.                 | P:One, two.",
                "One.%%Two.                | P:One. P:Two.",
                "One.%%%%Two.              | P:One. P:Two.",
                "Ask:%- who%- when         | P:Ask: L:who+when",
                "- who%- when%Then go.     | L:who+when P:Then go.",
                "- who%%- when             | L:who L:when",
                "  -  who                  | L:who",
                "-who                      | P:-who",
                "- <b>who</b> & when       | L:<b>who</b> & when",
                "One.~%Two.                | P:One. Two.",
            })
    void wordsAreParagraphsAndListsAndNothingElse(String text, String blocks) {
        assertThat(new GuideWords(text.replace('%', '\n').replace('~', '\r'))
                        .blocks().stream().map(GuideWordsTest::shown).collect(Collectors.joining(" ")))
                .isEqualTo(blocks);
    }

    @Test
    void aTextIsShort() {
        assertThat(new GuideWords("a".repeat(GuideWords.LONGEST)).isEmpty()).isFalse();
        assertThatThrownBy(() -> new GuideWords("a".repeat(GuideWords.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTopicIsReadBackFromItsKey() {
        assertThat(GuideTopic.all())
                .allSatisfy(topic -> assertThat(GuideTopic.parse(topic.key())).contains(topic));
        assertThat(GuideTopic.all().stream().map(GuideTopic::key)).doesNotHaveDuplicates();
        assertThat(GuideTopic.parse("ACTION-CALL")).contains(GuideTopic.of(Action.CALL));
        assertThat(List.of("ACTION-", "CALL", "", "ACTION-call"))
                .allSatisfy(key -> assertThat(GuideTopic.parse(key)).isEmpty());
    }

    private static String shown(Block block) {
        return switch (block) {
            case Block.Paragraph(String words) -> "P:" + words;
            case Block.Listing(List<String> elements) -> "L:" + String.join("+", elements);
        };
    }
}
