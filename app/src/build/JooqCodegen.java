import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the typed SQL of the application from its migrations: migrates an empty embedded PostgreSQL and reads its schemas.
 * Does nothing while neither the migrations nor this file have changed.
 */
final class JooqCodegen {

    private static final List<String> SCHEMAS = List.of(
            "platform",
            "identity",
            "audit",
            "ledger",
            "copies",
            "correspondence",
            "respondents",
            "cash",
            "disputes",
            "collections",
            "intake");

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path stampFile = target.resolve("migrations.sha256");
        String stamp = stampOf(migrations);
        if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role quittance_app");
            }
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .placeholders(Map.of("app_role", "quittance_app"))
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(postgres, target));
        }
        Files.writeString(stampFile, stamp);
    }

    private static Configuration configuration(EmbeddedPostgres postgres, Path target) {
        Database database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withExcludes(".*\\.pg_trgm.*|.*similarity.*|.*trgm.*|.*show_limit.*|.*set_limit.*")
                .withIncludeRoutines(false)
                .withSchemata(SCHEMAS.stream()
                        .map(s -> new SchemaMappingType().withInputSchema(s))
                        .toList())
                .withForcedTypes(
                        new ForcedType()
                                .withUserType("org.quittance.core.ledger.ItemKind")
                                .withEnumConverter(true)
                                .withIncludeExpression("ledger\\.(item|open_item|open_item_view|document_view)\\.kind"),
                        new ForcedType()
                                .withUserType("org.quittance.core.ledger.PostingKind")
                                .withEnumConverter(true)
                                .withIncludeExpression("ledger\\.(posting|posting_view)\\.kind"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.Action")
                                .withEnumConverter(true)
                                .withIncludeExpression(
                                        "collections\\..*\\.(action|contact_action|beside_action|instead_action)"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.StepOwner")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.decision\\.(owner|approved_owner)"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.Execution")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.decision\\.approved_execution"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.StepVerdict.Kind")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.step_verdict\\.verdict"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.PromiseState")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\..*\\.promise_state"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.PromiseOrigin")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.promise_view\\.origin"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.EscalationPath")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.escalation(_now|_level)?\\.path"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.Escalation.State")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.escalation_now\\.state"),
                        new ForcedType()
                                .withUserType("org.quittance.core.collections.Escalation.Deed")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.escalation_event\\.deed"),
                        new ForcedType()
                                .withUserType("org.quittance.core.interest.LatePaymentScheme")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.(reference_rate|interest_claim)\\.scheme"),
                        new ForcedType()
                                .withUserType("org.quittance.core.dispute.DisputeReason")
                                .withEnumConverter(true)
                                .withIncludeExpression("disputes\\.(dispute|route)\\.reason"),
                        new ForcedType()
                                .withUserType("org.quittance.core.dispute.Dispute.State")
                                .withEnumConverter(true)
                                .withIncludeExpression("disputes\\.dispute_now\\.state"),
                        new ForcedType()
                                .withUserType("org.quittance.core.agreement.Authority.Level")
                                .withEnumConverter(true)
                                .withIncludeExpression("collections\\.authority_limit\\.level"),
                        new ForcedType().withName("INSTANT").withIncludeTypes("timestamp with time zone|timestamptz"));
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(postgres.getJdbcUrl("postgres", "postgres"))
                        .withUser("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(new Generate()
                                .withGlobalObjectReferences(true)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withJavadoc(false))
                        .withTarget(
                                new Target().withPackageName("org.quittance.db").withDirectory(target.toString())));
    }

    private static String stampOf(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : files.sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        digest.update(Files.readAllBytes(
                migrations.resolve("../../../../build/JooqCodegen.java").normalize()));
        return HexFormat.of().formatHex(digest.digest());
    }
}
