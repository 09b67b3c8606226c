package org.quittance.web.page;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.format.Formatter;

/**
 * Reads the moments of addresses and forms. A link names them in UTC, {@code 2026-03-02T10:30:00Z}; a form's field names them as the
 * clocks of the installation show them, {@code 2026-03-02T10:30}.
 */
record MomentFormatter(ZoneId zone) implements Formatter<Instant> {

    @Override
    public Instant parse(String text, Locale locale) throws ParseException {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            ParseException refused = new ParseException(text + " is not a date with a time", 0);
            refused.initCause(e);
            throw refused;
        }
    }

    @Override
    public String print(Instant moment, Locale locale) {
        return moment.toString();
    }
}
