package org.quittance.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.ledger.Trait;
import org.quittance.formats.Problem;
import org.quittance.formats.extract.CustomerDetails;
import org.quittance.formats.extract.CustomerLine;
import org.quittance.formats.extract.Defaults;
import org.quittance.formats.extract.ExtractLine;
import org.quittance.formats.extract.ExtractReader;
import org.quittance.formats.extract.Field;
import org.quittance.formats.extract.Layout;
import org.quittance.formats.table.TableFile;
import org.quittance.ledger.AccountDraft;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerDraft;
import org.quittance.ledger.CustomerParticulars;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.MasterDataResult;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a list of customers in: the customer, its account in the entity of the line, and whoever reads its mail. */
@Component
class CustomerIntake {

    private static final int LINES_AT_ONCE = 5_000;
    private static final Pattern DAYS = Pattern.compile("\\b(\\d{1,3})\\b");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Map<String, String> COUNTRY_BY_NAME = Arrays.stream(Locale.getISOCountries())
            .flatMap(code -> Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)
                    .map(language -> Map.entry(
                            Locale.of("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT), code)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));

    private final Uploads uploads;
    private final Customers customers;
    private final LegalEntities entities;
    private final TransactionTemplate transaction;

    CustomerIntake(Uploads uploads, Customers customers, LegalEntities entities, TransactionTemplate transaction) {
        this.uploads = uploads;
        this.customers = customers;
        this.entities = entities;
        this.transaction = transaction;
    }

    void take(Upload upload, TableFile file, Layout layout, ExtractReader reader) throws IOException {
        Pass pass = new Pass(upload, layout);
        reader.read(file, pass::line, pass::problem);
        pass.flush();
    }

    /** One reading of one file. */
    private final class Pass {

        private final Upload upload;
        private final Layout layout;
        private final Map<String, LegalEntity> byCode;
        private final List<CustomerLine> lines = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private long last;

        Pass(Upload upload, Layout layout) {
            this.upload = upload;
            this.layout = layout;
            this.byCode = entities.all().stream().collect(Collectors.toMap(LegalEntity::code, Function.identity()));
            this.last = upload.linesDone();
        }

        void line(ExtractLine line) {
            if (line.line() <= upload.linesDone() || !(line instanceof CustomerLine customer)) {
                return;
            }
            last = line.line();
            if (byCode.containsKey(customer.entity())) {
                lines.add(customer);
            } else {
                problems.add(
                        Problem.row(
                                upload.fileName(),
                                line.line(),
                                layout.headerOf(Field.ENTITY),
                                customer.entity(),
                                Defaults.NO_SUCH_ENTITY + customer.entity(),
                                "Choose the legal entity of the file, or add this one under Entities, and feed the line again"));
            }
            if (lines.size() >= LINES_AT_ONCE) {
                flush();
            }
        }

        void problem(Problem problem) {
            if (problem.line() == 0 || problem.line() > upload.linesDone()) {
                problems.add(problem);
            }
        }

        void flush() {
            transaction.executeWithoutResult(_ -> {
                MasterDataResult result =
                        customers.enter(lines.stream().map(this::customer).toList(), upload.actor());
                enterAccountsAndContacts();
                long added = result.added() + (long) result.changed();
                uploads.advance(upload.id(), last, added, lines.size() - added, problems);
            });
            lines.clear();
            problems.clear();
        }

        private void enterAccountsAndContacts() {
            Map<String, Map<String, Long>> idsByMaster = new HashMap<>();
            lines.stream()
                    .map(line -> entity(line).customerMaster())
                    .distinct()
                    .forEach(master -> idsByMaster.put(
                            master,
                            customers.idsByNumber(
                                    master,
                                    lines.stream()
                                            .map(line -> line.customer().key())
                                            .toList())));
            List<AccountDraft> accounts = new ArrayList<>();
            List<ContactDraft> contacts = new ArrayList<>();
            VirtualAccounts free = new VirtualAccounts();
            for (CustomerLine line : lines) {
                LegalEntity entity = entity(line);
                Long id = idsByMaster
                        .getOrDefault(entity.customerMaster(), Map.of())
                        .get(line.customer().key());
                if (id == null) {
                    throw new IllegalStateException(
                            "Customer " + line.customer().key() + " was entered and is not there");
                }
                accounts.add(new AccountDraft(
                        id,
                        entity.id(),
                        line.customer().key(),
                        termsDays(line.terms()),
                        limit(line, entity),
                        null,
                        line.discount(),
                        free.take(line, entity)));
                PhoneNumber mobile = mobile(line);
                if (!line.customer().email().isEmpty()
                        || !line.customer().phone().isEmpty()
                        || mobile != null) {
                    contacts.add(contact(id, line.customer(), entity, mobile));
                }
            }
            customers.enterAccounts(accounts, upload.actor());
            customers.enterContacts(contacts, upload.actor());
        }

        /** Sees to it that no virtual account is given to two customers: who has it keeps it. */
        private final class VirtualAccounts {

            private final Map<Long, Map<String, String>> holdersByEntity = new HashMap<>();

            private String take(CustomerLine line, LegalEntity entity) {
                String own = line.customer().key();
                String wanted = line.virtualAccount();
                if (wanted.isEmpty()) {
                    return "";
                }
                String holder = holdersByEntity
                        .computeIfAbsent(entity.id(), this::holders)
                        .putIfAbsent(wanted, own);
                if (holder == null || holder.equals(own)) {
                    return wanted;
                }
                problems.add(Problem.remark(
                        upload.fileName(),
                        line.line(),
                        layout.headerOf(Field.VIRTUAL_ACCOUNT),
                        wanted,
                        "The virtual account is customer %s's already, and is not taken for customer %s"
                                .formatted(holder, own),
                        "Correct the virtual account of one of the two and feed the line again"));
                return "";
            }

            private Map<String, String> holders(long entity) {
                return new HashMap<>(customers.holders(
                        entity, lines.stream().map(CustomerLine::virtualAccount).toList()));
            }
        }

        private CustomerDraft customer(CustomerLine line) {
            CustomerDetails details = line.customer();
            String place = (details.postalCode() + " " + details.city()).strip();
            String address = Stream.of(details.street(), place)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("\n"));
            return new CustomerDraft(
                    entity(line).customerMaster(),
                    details.key(),
                    new CustomerParticulars(
                            details.name(),
                            country(details.country()),
                            language(details.language()),
                            "",
                            "",
                            address,
                            state(line)),
                    trait(line));
        }

        /** As E.164 has it: without its country code nobody knows where it is dialled. */
        private @Nullable PhoneNumber mobile(CustomerLine line) {
            String written = line.customer().mobile();
            Optional<PhoneNumber> number = PhoneNumber.parse(written);
            if (number.isEmpty() && !written.isEmpty()) {
                remark(
                        line,
                        Field.MOBILE,
                        written,
                        "is no number with its country code, and is not taken",
                        "Write it like +44 7700 900123");
            }
            return number.orElse(null);
        }

        private String state(CustomerLine line) {
            if (line.state().matches("([A-Z]{2})?")) {
                return line.state();
            }
            remark(line, Field.STATE, line.state(), "is no state in two letters, and is not taken", "Give it as in MA");
            return "";
        }

        private @Nullable Trait trait(CustomerLine line) {
            Optional<Trait> known = Trait.read(line.trait());
            if (known.isEmpty() && !line.trait().isEmpty()) {
                remark(
                        line,
                        Field.TRAIT,
                        line.trait(),
                        "is no kind of customer that laws know, and is not taken",
                        "Say company, sole trader, consumer or guarantor");
            }
            return known.orElse(null);
        }

        private void remark(CustomerLine line, Field field, String written, String what, String remedy) {
            problems.add(Problem.remark(
                    upload.fileName(),
                    line.line(),
                    layout.headerOf(field),
                    written,
                    written + " " + what,
                    remedy + " and feed the line again"));
        }

        private LegalEntity entity(CustomerLine line) {
            LegalEntity entity = byCode.get(line.entity());
            if (entity == null) {
                throw new IllegalStateException("Line " + line.line() + " was kept without a legal entity");
            }
            return entity;
        }
    }

    private static ContactDraft contact(
            long customerId, CustomerDetails details, LegalEntity entity, @Nullable PhoneNumber mobile) {
        String language = language(details.language());
        return new ContactDraft(
                customerId,
                "Accounts payable",
                ContactRole.ACCOUNTS_PAYABLE,
                details.email(),
                details.phone(),
                language.isEmpty() ? entity.language() : language,
                false,
                mobile,
                false);
    }

    /** A limit in another currency than the entity's says nothing that could be compared with what is owed there. */
    private static @Nullable Long limit(CustomerLine line, LegalEntity entity) {
        return line.creditLimit() == null
                        || !line.creditLimit().currency().getCurrencyCode().equals(entity.currency())
                ? null
                : line.creditLimit().minor();
    }

    private static @Nullable Integer termsDays(String terms) {
        Matcher days = DAYS.matcher(terms);
        Integer last = null;
        while (days.find()) {
            last = Integer.valueOf(days.group(1));
        }
        return last;
    }

    /** Two letters, or nothing: what the ledger has then stays. */
    private static String country(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return code.length() == 2
                ? code
                : COUNTRY_BY_NAME.getOrDefault(text.strip().toLowerCase(Locale.ROOT), "");
    }

    private static String language(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(code) ? code : "";
    }
}
