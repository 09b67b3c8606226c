package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jana",
                "jana@",
                "@printer.example",
                "jana@printer.example, bao@printer.example",
                "jana@printer.example;bao@printer.example",
                "Jana <jana@printer.example>",
                "jana@printer.example\r\nBcc: all@printer.example",
                "jana okafor@printer.example",
                "jana@@printer.example",
            })
    void whatAnExtractCallsAnAddressMayBeNone(String text) {
        assertThat(MailAddress.parse(text, "Jana")).isEmpty();
        assertThatThrownBy(() -> new MailAddress(text, "Jana")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spacesAroundAnAddressAndBreaksInANameDoNoHarm() {
        assertThat(MailAddress.parse(" jana.okafor+ap@mail.printer.example ", "Jana\r\nBcc: Okafor"))
                .hasValue(new MailAddress("jana.okafor+ap@mail.printer.example", "Jana Bcc: Okafor"));
    }
}
