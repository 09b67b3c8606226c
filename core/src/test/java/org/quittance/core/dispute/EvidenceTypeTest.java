package org.quittance.core.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTypeTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "%PDF-1.7 …, PDF",
        "%PDF, ",
        "'', ",
        "'<html>%PDF-</html>', ",
        "MZ…, ",
        "GIF89a, ",
    })
    void aFileIsWhatItsFirstBytesSay(String content, @Nullable EvidenceType type) {
        assertThat(EvidenceType.of(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(Optional.ofNullable(type));
    }

    @Test
    void picturesAreToldByTheirSignatures() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
        assertThat(EvidenceType.of(png)).contains(EvidenceType.PNG);
        assertThat(EvidenceType.of(jpeg)).contains(EvidenceType.JPEG);
    }

    @ParameterizedTest(name = "{0} is kept as {1}")
    @CsvSource({
        "delivery note.PDF, delivery note.png",
        "invoice.pdf.exe, invoice.pdf.png",
        "C:\\Users\\ruth\\crate.jpeg, crate.png",
        "../../etc/passwd, passwd.png",
        "'\"a\"; filename=b.html', a ; filename=b.png",
        ".png, evidence.png",
    })
    void aNameKeepsNoFolderAndGetsTheEndingOfWhatItIs(String said, String kept) {
        assertThat(EvidenceType.PNG.nameOf(said)).isEqualTo(kept);
    }
}
