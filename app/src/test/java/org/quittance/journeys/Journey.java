package org.quittance.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quittance.QuittanceApplication;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.TestClock;
import org.quittance.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of what people do in the browser. Its methods may take a {@link Visitor}.
 *
 * <p>Background work runs while a journey does, and only then. Without a Chromium on this machine journeys are skipped.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = QuittanceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "quittance.public.address=https://quittance.example",
            "quittance.sms.receipts.secret=whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
            // Nobody listens there.
            "quittance.imap.host=127.0.0.1",
            "quittance.imap.port=1",
            "quittance.imap.user=nobody"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestClock.class, Staff.class, Books.class, Statements.class})
@ActiveProfiles("test")
@ExtendWith(Visits.class)
public @interface Journey {}
