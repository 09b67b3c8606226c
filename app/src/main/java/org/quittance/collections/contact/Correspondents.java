package org.quittance.collections.contact;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trim;
import static org.quittance.db.correspondence.Tables.FAILING_ADDRESS_VIEW;
import static org.quittance.db.correspondence.Tables.OPTED_OUT_VIEW;
import static org.quittance.db.correspondence.Tables.TEXT_RECIPIENT_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;
import static org.quittance.db.ledger.Tables.ENTITY_VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.LetterWay;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.ledger.PostalAddress;
import org.quittance.correspondence.LetterTexts;
import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.PaymentDetails;
import org.quittance.correspondence.letter.Recipient;
import org.quittance.correspondence.letter.Section;
import org.quittance.correspondence.letter.Sender;
import org.quittance.correspondence.letter.Texts;
import org.springframework.stereotype.Component;

/** Finds who writes and who is written to. */
@Component
public class Correspondents {

    /** What a person is told where no e-mail reaches anybody. */
    public static final String NO_RECIPIENT =
            "The customer has no contact with an e-mail address that works and who may be written to. Add one.";

    /** What a person is told where neither an e-mail nor a letter on paper reaches the customer. */
    public static final String NO_ADDRESS_AT_ALL =
            "The customer has no contact with an e-mail address that works and who may be written to, and no postal address. Add one of them: with the postal address, a team lead's to enter, the letter goes on paper.";

    /** What a person is told where a letter is to go on paper and cannot. */
    public static final String NO_POSTAL_ADDRESS =
            "The letter is to go on paper, and the customer has no postal address. A team lead enters it with the customer's particulars.";

    /** Why nothing goes by itself where all persons of a customer want nothing. */
    public static final String EVERYBODY_ASKED_NOT =
            "Everybody there has asked not to be contacted. Nothing goes by itself; write to the company by hand, or agree with somebody there.";

    /** What a person is told who writes to such a company on paper. */
    public static final String TO_THE_COMPANY =
            "Everybody there has asked not to be contacted: this goes to the company itself, on paper.";

    /** What a person is told where no text message reaches anybody. */
    public static final String NO_NUMBER =
            "The customer has no contact with a mobile number that works and who wants text messages. Enter one, or write an e-mail.";

    private static final Field<Boolean> OPTED_OUT = DSL.field(exists(selectOne()
                    .from(OPTED_OUT_VIEW)
                    .where(OPTED_OUT_VIEW.CUSTOMER_ID.eq(CONTACT_VIEW.CUSTOMER_ID))
                    .and(OPTED_OUT_VIEW
                            .CONTACT_ID
                            .eq(CONTACT_VIEW.CONTACT_ID)
                            .or(OPTED_OUT_VIEW.ADDRESS.eq(lower(trim(CONTACT_VIEW.EMAIL)))))))
            .as("opted_out");

    private final DSLContext sql;
    private final LetterTexts letterTexts;

    Correspondents(DSLContext sql, LetterTexts letterTexts) {
        this.sql = sql;
        this.letterTexts = letterTexts;
    }

    /** The person who is written to, and in which language. */
    public record Addressee(Recipient recipient, MailAddress address, Language language) {}

    /** The person to whom a text message goes, and in which language. */
    public record Texted(Recipient recipient, PhoneNumber number, Language language) {}

    /**
     * Whom a letter on paper is for, and in which language.
     *
     * @param wish how the customer wants to get letters
     */
    public record OnPaper(Recipient recipient, Language language, LetterWay wish) {

        public boolean hasAddress() {
            return !recipient.address().isEmpty();
        }
    }

    /**
     * Who is reached by which way; null where nobody is.
     *
     * @param everybodyAskedNot whether all persons of the customer have asked not to be contacted: a letter to the company on paper is then for
     *     somebody of ours to decide
     */
    public record Readers(
            @Nullable Addressee byMail,
            OnPaper onPaper,
            @Nullable Texted byText,
            boolean everybodyAskedNot) {

        /** Whether anything that is written reaches anybody. */
        public boolean areAny() {
            return reachByLetter() || byText != null;
        }

        public boolean reachByLetter() {
            return byMail != null || onPaper.hasAddress();
        }
    }

    /**
     * Who a letter is for, and in which language.
     *
     * @param address null where no e-mail reaches them
     */
    public record Reader(
            Recipient recipient,
            Language language,
            @Nullable MailAddress address) {

        public Optional<Addressee> byMail() {
            return Optional.ofNullable(address).map(found -> new Addressee(recipient, found, language));
        }
    }

    /**
     * The account as the customer knows it, with the entity that is owed.
     *
     * @param from the entity's mailbox; null where it has no usable address
     * @param collector who works the account; empty where nobody does
     */
    public record Account(
            long id,
            String number,
            long entityId,
            String entityCode,
            Sender sender,
            @Nullable MailAddress from,
            PaymentDetails payTo,
            String collector) {}

    /** An item of an account, to be listed in a letter. */
    public record Owed(Account account, OpenItem item) {

        private String section() {
            return String.join(
                    "\t",
                    account.entityCode(),
                    account.number(),
                    item.open().currency().getCurrencyCode());
        }
    }

    /** One section of a letter for each account and currency, in the order of entity, account and currency. */
    public static List<Section> sections(List<Owed> listed) {
        return listed.stream()
                .collect(Collectors.groupingBy(Owed::section, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(group -> {
                    Account account = group.getFirst().account();
                    return new Section(
                            account.sender().name(),
                            account.number(),
                            account.payTo(),
                            group.stream().map(Owed::item).toList());
                })
                .toList();
    }

    /** Whoever pays, else whoever decides; never one who asked not to be contacted, nor one without an address that works, from whose address a message has come back, or who wants no e-mails any more. */
    public Optional<Addressee> addressee(long customerId) {
        return reader(customerId).byMail();
    }

    /** Whom messages about what is due go to. */
    public Readers readers(long customerId) {
        List<Reader> people = people(customerId);
        Reader first = people.getFirst();
        return new Readers(
                reached(people).byMail().orElse(null),
                new OnPaper(first.recipient(), first.language(), wish(customerId)),
                texted(customerId).orElse(null),
                everybodyAskedNot(customerId));
    }

    /**
     * Somebody whom messages would go to before others, were the address not known to fail.
     *
     * @param words in which the last message came back
     */
    public record PassedOver(String name, String address, String words) {

        /** In one sentence, for whoever is about to write to somebody else. */
        public String sentence() {
            return "Mail to %s, %s, comes back: %s".formatted(name, address, words);
        }
    }

    /** Those who stand before whoever is written to by mail, or all of them where nobody is. */
    public List<PassedOver> passedOver(long customerId) {
        List<PassedOver> passed = new ArrayList<>();
        for (var row : sql.select(CONTACT_VIEW.NAME, CONTACT_VIEW.EMAIL, FAILING_ADDRESS_VIEW.WORDS, OPTED_OUT)
                .from(CONTACT_VIEW)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(CONTACT_VIEW.CUSTOMER_ID))
                .leftJoin(FAILING_ADDRESS_VIEW)
                .on(FAILING_ADDRESS_VIEW.ADDRESS.eq(lower(trim(CONTACT_VIEW.EMAIL))))
                .where(CONTACT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(CONTACT_VIEW.DO_NOT_CONTACT.isFalse())
                .and(CONTACT_VIEW.EMAIL.ne(""))
                .orderBy(rank(CONTACT_VIEW.ROLE), CONTACT_VIEW.CONTACT_ID)
                .fetch()) {
            if (row.value3() != null) {
                passed.add(new PassedOver(row.value1(), row.value2(), row.value3()));
            } else if (!Boolean.TRUE.equals(row.value4())) {
                break;
            }
        }
        return List.copyOf(passed);
    }

    /** Whether the customer has contact persons, and all of them have asked not to be contacted. */
    public boolean everybodyAskedNot(long customerId) {
        return sql.select(DSL.boolAnd(CONTACT_VIEW.DO_NOT_CONTACT))
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CUSTOMER_ID.eq(customerId))
                .fetchSingle(row -> Boolean.TRUE.equals(row.value1()));
    }

    private LetterWay wish(long customerId) {
        return sql.select(CUSTOMER_VIEW.LETTERS)
                .from(CUSTOMER_VIEW)
                .where(CUSTOMER_VIEW.CUSTOMER_ID.eq(customerId))
                .fetchSingle(row -> LetterWay.valueOf(row.value1()));
    }

    /** Whoever pays, else whoever decides, of those to whom a text message may go. */
    private Optional<Texted> texted(long customerId) {
        return sql.select(
                        CUSTOMER_VIEW.NUMBER,
                        CUSTOMER_VIEW.NAME,
                        CUSTOMER_VIEW.COUNTRY,
                        CUSTOMER_VIEW.LANGUAGE,
                        TEXT_RECIPIENT_VIEW.NAME,
                        TEXT_RECIPIENT_VIEW.LANGUAGE,
                        TEXT_RECIPIENT_VIEW.MOBILE)
                .from(TEXT_RECIPIENT_VIEW)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(TEXT_RECIPIENT_VIEW.CUSTOMER_ID))
                .where(CUSTOMER_VIEW.CUSTOMER_ID.eq(customerId))
                .orderBy(rank(TEXT_RECIPIENT_VIEW.ROLE), TEXT_RECIPIENT_VIEW.CONTACT_ID)
                .limit(1)
                .fetchOptional(row -> new Texted(
                        new Recipient(
                                CustomerId.of(customerId),
                                row.get(CUSTOMER_VIEW.NUMBER),
                                row.get(CUSTOMER_VIEW.NAME),
                                List.of(),
                                row.get(TEXT_RECIPIENT_VIEW.NAME),
                                row.get(CUSTOMER_VIEW.COUNTRY)),
                        new PhoneNumber(row.get(TEXT_RECIPIENT_VIEW.MOBILE)),
                        language(row.get(TEXT_RECIPIENT_VIEW.LANGUAGE), row.get(CUSTOMER_VIEW.LANGUAGE))));
    }

    private static Field<Integer> rank(Field<String> role) {
        return DSL.when(role.eq("ACCOUNTS_PAYABLE"), inline(1))
                .when(role.eq("MANAGEMENT"), inline(2))
                .when(role.eq("OTHER"), inline(3))
                .when(role.eq("PURCHASING"), inline(4))
                .otherwise(inline(5));
    }

    private static Language language(@Nullable String own, String ofCustomer) {
        String code = text(own);
        return Language.ofCode(code.isEmpty() ? ofCustomer : code);
    }

    /** All who may be written to and whose address works, the right one first. */
    public List<Addressee> addressees(long customerId) {
        return people(customerId).stream()
                .flatMap(reader -> reader.byMail().stream())
                .toList();
    }

    /** The same person; where an e-mail reaches nobody, whoever a letter on paper is for: the customer alone, if need be. */
    public Reader reader(long customerId) {
        return reached(people(customerId));
    }

    private static Reader reached(List<Reader> people) {
        return people.stream()
                .filter(reader -> reader.address() != null)
                .findFirst()
                .orElseGet(people::getFirst);
    }

    /** Who may be written to, the right one first; one row without a person where there is nobody. */
    private List<Reader> people(long customerId) {
        return sql.select(
                        CUSTOMER_VIEW.NUMBER,
                        CUSTOMER_VIEW.NAME,
                        CUSTOMER_VIEW.ADDRESS,
                        CUSTOMER_VIEW.COUNTRY,
                        CUSTOMER_VIEW.LANGUAGE,
                        CONTACT_VIEW.NAME,
                        CONTACT_VIEW.EMAIL,
                        CONTACT_VIEW.LANGUAGE,
                        FAILING_ADDRESS_VIEW.WORDS,
                        OPTED_OUT)
                .from(CUSTOMER_VIEW)
                .leftJoin(CONTACT_VIEW)
                .on(CONTACT_VIEW.CUSTOMER_ID.eq(CUSTOMER_VIEW.CUSTOMER_ID))
                .and(CONTACT_VIEW.DO_NOT_CONTACT.isFalse())
                .leftJoin(FAILING_ADDRESS_VIEW)
                .on(FAILING_ADDRESS_VIEW.ADDRESS.eq(lower(trim(CONTACT_VIEW.EMAIL))))
                .where(CUSTOMER_VIEW.CUSTOMER_ID.eq(customerId))
                .orderBy(rank(CONTACT_VIEW.ROLE), CONTACT_VIEW.CONTACT_ID)
                .fetch(row -> reader(customerId, row));
    }

    public Map<Long, Account> accounts(Set<Long> accountIds) {
        return sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.COLLECTOR_NAME,
                        ENTITY_VIEW.ENTITY_ID,
                        ENTITY_VIEW.CODE,
                        ENTITY_VIEW.NAME,
                        ENTITY_VIEW.ADDRESS,
                        ENTITY_VIEW.EMAIL,
                        ENTITY_VIEW.IBAN,
                        ENTITY_VIEW.BIC,
                        ENTITY_VIEW.COUNTRY,
                        ENTITY_VIEW.STREET,
                        ENTITY_VIEW.HOUSE_NUMBER,
                        ENTITY_VIEW.POSTAL_CODE,
                        ENTITY_VIEW.TOWN)
                .from(ACCOUNT_VIEW)
                .join(ENTITY_VIEW)
                .on(ENTITY_VIEW.ENTITY_ID.eq(ACCOUNT_VIEW.ENTITY_ID))
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(any(accountIds.toArray(Long[]::new))))
                .fetchMap(ACCOUNT_VIEW.ACCOUNT_ID, Correspondents::account);
    }

    /** The words in which the entity of an account writes. */
    public Texts texts(Account account, Language language) {
        return letterTexts.inForce(account.entityId(), language);
    }

    private static Reader reader(long customerId, Record row) {
        String name = text(row.get(CONTACT_VIEW.NAME));
        return new Reader(
                new Recipient(
                        CustomerId.of(customerId),
                        row.get(CUSTOMER_VIEW.NUMBER),
                        row.get(CUSTOMER_VIEW.NAME),
                        lines(row.get(CUSTOMER_VIEW.ADDRESS)),
                        name,
                        row.get(CUSTOMER_VIEW.COUNTRY)),
                language(row.get(CONTACT_VIEW.LANGUAGE), row.get(CUSTOMER_VIEW.LANGUAGE)),
                MailAddress.parse(text(row.get(CONTACT_VIEW.EMAIL)), name)
                        .filter(_ -> row.get(FAILING_ADDRESS_VIEW.WORDS) == null && !row.get(OPTED_OUT))
                        .orElse(null));
    }

    /** Empty where the row has no person. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Account account(Record row) {
        String entity = row.get(ENTITY_VIEW.NAME);
        String email = row.get(ENTITY_VIEW.EMAIL);
        String collector = row.get(ACCOUNT_VIEW.COLLECTOR_NAME);
        return new Account(
                row.get(ACCOUNT_VIEW.ACCOUNT_ID),
                row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                row.get(ENTITY_VIEW.ENTITY_ID),
                row.get(ENTITY_VIEW.CODE),
                new Sender(entity, lines(row.get(ENTITY_VIEW.ADDRESS)), email, ""),
                MailAddress.parse(email, entity).orElse(null),
                payTo(row),
                collector == null ? "" : collector);
    }

    private static PaymentDetails payTo(Record row) {
        return new PaymentDetails(
                row.get(ENTITY_VIEW.NAME),
                row.get(ENTITY_VIEW.IBAN),
                row.get(ENTITY_VIEW.BIC),
                new PostalAddress(
                        row.get(ENTITY_VIEW.STREET),
                        row.get(ENTITY_VIEW.HOUSE_NUMBER),
                        row.get(ENTITY_VIEW.POSTAL_CODE),
                        row.get(ENTITY_VIEW.TOWN)),
                row.get(ENTITY_VIEW.COUNTRY));
    }

    private static List<String> lines(String address) {
        return address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
