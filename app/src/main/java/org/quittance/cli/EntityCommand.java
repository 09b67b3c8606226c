package org.quittance.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.BankAccounts;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a legal entity, so that a first import has somewhere to go. */
@Command(
        name = "entity",
        description = "Add a legal entity, with its bank account if you like.",
        mixinStandardHelpOptions = true)
final class EntityCommand implements Callable<Integer> {

    private static final String ACTOR = "command line";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Installation installation = new Installation();

    @Parameters(paramLabel = "CODE", description = "The company code as the ERP's extracts name it.")
    private String code = "";

    @Option(names = "--name", required = true, description = "The registered name.")
    private String name = "";

    @Option(names = "--currency", required = true, description = "ISO 4217, of its books.")
    private String currency = "";

    @Option(names = "--country", defaultValue = "GB", description = "ISO 3166 (default: ${DEFAULT-VALUE}).")
    private String country = "GB";

    @Option(names = "--language", defaultValue = "en", description = "Of its letters (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(
            names = "--bank-account",
            paramLabel = "IBAN",
            description = "A bank account whose statements will be imported.")
    private @Nullable String bankAccount;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = installation.startQuietly()) {
            LegalEntities entities = context.getBean(LegalEntities.class);
            if (entities.byCode(code).isPresent()) {
                throw new CommandRefused("There is a legal entity " + code + " already.");
            }
            String iso = currency.toUpperCase(Locale.ROOT);
            LegalEntity entity =
                    entities.add(new LegalEntity(0, code, name, iso, country, language, "main", "", "", "", ""), ACTOR);
            if (bankAccount != null) {
                context.getBean(BankAccounts.class).add(entity.id(), bankAccount, iso, name, ACTOR);
            }
            OutputForm.out(spec).println("Added " + code + " " + name + ".");
            OutputForm.out(spec).flush();
        }
        return Commands.DONE;
    }
}
