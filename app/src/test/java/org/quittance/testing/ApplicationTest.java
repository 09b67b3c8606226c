package org.quittance.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.quittance.QuittanceApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application, without its web server, on a real PostgreSQL. All such tests of one run share the server and the
 * database; each makes its own entity and customers, and so stays out of the others' way.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = QuittanceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "db-scheduler.enabled=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestClock.class, Books.class, Statements.class})
@ActiveProfiles("test")
public @interface ApplicationTest {}
