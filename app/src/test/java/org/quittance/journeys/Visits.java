package org.quittance.journeys;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Hands visitors to the tests of a journey and asks each, at the end, whether the browser had anything to complain about. */
class Visits implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Visits.class);

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Closed by the platform after the last test, in the thread that opened it: Playwright knows no other. */
    private record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

        static Chromium launch() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setExecutablePath(executable().orElseThrow())
                    .setArgs(FLAGS);
            return new Chromium(playwright, playwright.chromium().launch(options));
        }

        static Optional<Path> executable() {
            String named = System.getenv("QUITTANCE_CHROMIUM");
            if (named != null) {
                return Optional.of(Path.of(named));
            }
            String path = System.getenv().getOrDefault("PATH", "");
            return Stream.of(path.split(File.pathSeparator))
                    .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                            .map(name -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** Skips test by test rather than the class as a whole, which the summary of a run would not count. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.executable().isPresent()
                ? ConditionEvaluationResult.enabled("Chromium is here")
                : ConditionEvaluationResult.disabled(
                        "No Chromium here: install one, or name it in QUITTANCE_CHROMIUM, to run the journeys");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(Scheduler.class).resume();
    }

    /** Other tests of the same run share the database, and want nobody to work in it behind their backs. */
    @Override
    public void afterAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(Scheduler.class).pause();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        String address = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("en-GB")
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(!parameter.isAnnotated(WithoutJavaScript.class));
        Visitor visitor = new Visitor(browser(context).newContext(options), application.getBean(Staff.class));
        visitorsOf(context).add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean hasPassed = context.getExecutionException().isEmpty();
        for (Visitor visitor : visitorsOf(context)) {
            visitor.leave();
            if (hasPassed) {
                visitor.assertNoComplaints();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Visitor> visitorsOf(ExtensionContext context) {
        return (List<Visitor>)
                context.getStore(OURS).computeIfAbsent("visitors", key -> new ArrayList<Visitor>(), List.class);
    }

    private static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent("browser", key -> Chromium.launch(), Chromium.class)
                .browser();
    }
}
