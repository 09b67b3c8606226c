package org.quittance.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameTextsAndTellsTheSameFacts(Language language) throws IOException {
        Properties english = texts(Language.ENGLISH);
        Properties texts = texts(language);
        assertThat(new TreeSet<>(texts.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {

            assertThat(places(texts.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static Properties texts(Language language) throws IOException {
        Properties texts = new Properties();
        texts.load(new StringReader(
                Files.readString(Path.of("src/main/resources/letters/" + language.code() + ".properties"))));
        return texts;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
