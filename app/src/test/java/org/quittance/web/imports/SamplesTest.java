package org.quittance.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    @Test
    void filesStandInTheOrderOfTheirNumbers(@TempDir Path folder) throws IOException {
        for (String name : List.of("10-mail.eml", "0-read-me.txt", "2-bank.sta", "unnumbered.csv", "1-bank.xml")) {
            Files.writeString(folder.resolve(name), "");
        }
        assertThat(Samples.in(folder)).containsExactly("1-bank.xml", "2-bank.sta", "10-mail.eml", "unnumbered.csv");
        assertThat(Samples.in(folder.resolve("none"))).isEmpty();
    }

    @Test
    void whatWasHandedInIsNoLongerToBeRead() {
        Samples samples = Samples.of(List.of("1-bank.xml", "2-bank.sta"), Set.of("1-bank.xml"));
        assertThat(samples.unread()).containsExactly("2-bank.sta");
        assertThat(samples.all()).hasSize(2);
    }
}
