package org.quittance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quittance.demo.BankLine.Kind;
import org.quittance.ledger.RateDraft;

/**
 * What the bank of one entity reports of the last days: the customers' payments, and among them what makes a cash applier's day: strangers,
 * payments made twice or in two parts, agents who pay for others, charges taken off, a direct debit that came back.
 */
final class BankBacklog {

    private static final int BATCH_SIZE = 5;
    private static final int CARD_PAYMENTS = 4;
    private static final int ODDITIES_EVERY_DAYS = 6;
    private static final Pattern RUN_NUMBER = Pattern.compile("[0-9][0-9-]{3,}");

    private final DemoCompany company;
    private final DemoEntity entity;
    private final Chance chance;
    private final Remittance remittance;
    private final Map<String, DemoCustomer> customers;
    private final String country;
    private final String agentAccount;
    private final List<BulkAdvice> advices = new ArrayList<>();
    private final List<CardPayout> payouts = new ArrayList<>();
    private int references;

    private BankBacklog(DemoCompany company, DemoEntity entity) {
        this.company = company;
        this.entity = entity;
        this.chance = Chance.of("bank", entity.code(), company.today());
        this.remittance = new Remittance(chance);
        this.customers =
                company.customers().stream().collect(Collectors.toMap(DemoCustomer::number, Function.identity()));
        this.country = entity.draft().country();
        this.agentAccount = Chance.of("agent", entity.code()).filled("70########");
    }

    /** The statements of the backlog, the closing balance of each the opening balance of the next. */
    static List<BankDay> of(DemoCompany company, DemoEntity entity) {
        BankBacklog backlog = new BankBacklog(company, entity);
        List<Day> days = backlog.days();
        List<BankDay> statements = new ArrayList<>();
        long balance = backlog.chance.between(180_000_00, 640_000_00);
        int sequence = company.bankDays().getFirst().getDayOfYear();
        for (Day day : days) {
            BankDay statement = BankDay.closing(entity, day.date(), sequence++, balance, day.lines());
            statements.add(statement);
            balance = statement.closingMinor();
        }
        return List.copyOf(statements);
    }

    /** What the card processor of the entity has paid out, each payout as one line of the bank. */
    static List<CardPayout> payouts(DemoCompany company, DemoEntity entity) {
        BankBacklog backlog = new BankBacklog(company, entity);
        backlog.days();
        return List.copyOf(backlog.payouts);
    }

    private List<Day> days() {
        List<Day> days = company.bankDays().stream().map(this::day).toList();
        for (int from = 0; from + ODDITIES_EVERY_DAYS <= days.size(); from += ODDITIES_EVERY_DAYS) {
            addOddities(days.subList(from, from + ODDITIES_EVERY_DAYS));
        }
        if (entity == ExportBill.ENTITY) {
            payExports(days);
        }
        return days;
    }

    /** Who was billed in dollars lets a bank change the money, and the account is credited in euros. */
    private void payExports(List<Day> days) {
        List<RateDraft> rates = DemoRates.invent(company.today());
        List<ExportBill> paid =
                ExportBill.of(company).stream().filter(ExportBill::isPaid).toList();
        for (int i = 0; i < paid.size(); i++) {
            ExportBill bill = paid.get(i);
            Day day = days.get(i + 1);
            DemoCustomer payer = customer(bill.account().customer().paidBy());
            day.lines()
                    .add(new BankLine(
                            Kind.RECEIVED,
                            bill.euros(rates, day.date()),
                            payer.name(),
                            payer.bankAccount(),
                            List.of("Invoice " + bill.document()),
                            nextReference(day.date()),
                            List.of()));
        }
    }

    /** What payers whose bank lines say nothing have written apart from the money, in the order of the days. */
    static List<BulkAdvice> advices(DemoCompany company, DemoEntity entity) {
        BankBacklog backlog = new BankBacklog(company, entity);
        company.bankDays().forEach(backlog::day);
        return List.copyOf(backlog.advices);
    }

    /** A day's lines while they are still being added to. */
    private record Day(LocalDate date, List<BankLine> lines) {}

    private Day day(LocalDate date) {
        return new Day(date, received(company.reported(), date));
    }

    /** A statement of the base date whose closing balance is wrong by so much. */
    static BankDay missing(DemoCompany company, DemoEntity entity, BankDay before, long minor) {
        BankBacklog backlog = new BankBacklog(company, entity);
        List<Payment> few = company.announced().stream()
                .filter(payment -> payment.account().entity() == entity)
                .limit(6)
                .map(payment -> new Payment(
                        payment.account(), payment.document(), company.today(), payment.minor(), payment.parts()))
                .toList();
        BankDay right = BankDay.closing(
                entity,
                company.today(),
                before.sequence() + 1,
                before.closingMinor(),
                backlog.received(few, company.today()));
        return new BankDay(
                entity,
                right.date(),
                right.sequence(),
                right.openingMinor(),
                right.closingMinor() + minor,
                right.lines());
    }

    /** One line for what one payer has paid on a day, whichever of its accounts it is for. */
    private List<BankLine> received(List<Payment> payments, LocalDate day) {
        Map<String, List<Payment>> byPayer = new TreeMap<>();
        for (Payment payment : payments) {
            if (payment.account().entity() == entity && payment.date().equals(day)) {
                byPayer.computeIfAbsent(payment.account().customer().paidBy(), _ -> new ArrayList<>())
                        .add(payment);
            }
        }
        List<BankLine> lines = new ArrayList<>();
        byPayer.forEach((payer, paid) -> lines.add(received(customer(payer), paid, day)));
        return lines;
    }

    private BankLine received(DemoCustomer payer, List<Payment> payments, LocalDate day) {
        List<Bill> bills = payments.stream()
                .flatMap(payment -> payment.parts().stream())
                .map(Payment.Part::bill)
                .toList();
        Citing citing = bills.isEmpty() ? Citing.CUSTOMER_NUMBER : remittance.citing(payer.character());
        List<String> text = remittance.lines(citing, payer, bills);
        advise(payer, payments, citing, text, day);
        return new BankLine(
                Kind.RECEIVED,
                payments.stream().mapToLong(Payment::minor).sum(),
                payer.name(),
                payer.bankAccount(),
                text,
                nextReference(day),
                List.of());
    }

    /** Whoever writes nothing of use into the bank's line sends a list, if all that is paid is for invoices. */
    private void advise(DemoCustomer payer, List<Payment> payments, Citing citing, List<String> text, LocalDate day) {
        List<Payment.Part> parts =
                payments.stream().flatMap(payment -> payment.parts().stream()).toList();
        long paid = payments.stream().mapToLong(Payment::minor).sum();
        boolean isSilent = citing == Citing.RUBBISH || citing == Citing.CUSTOMER_NUMBER;
        if (isSilent
                && !parts.isEmpty()
                && parts.stream().mapToLong(Payment.Part::minor).sum() == paid) {
            advices.add(new BulkAdvice(payer, entity, reference(payer, text, day), day.minusDays(1), parts));
        }
    }

    /** The number that the payer gives its payment runs, as the bank's line has it; where it has none, one that only the payer knows. */
    private static String reference(DemoCustomer payer, List<String> text, LocalDate day) {
        Matcher number = RUN_NUMBER.matcher(String.join(" ", text));
        return number.find()
                ? number.group()
                : "RA%s%02d%02d".formatted(payer.number(), day.getMonthValue(), day.getDayOfMonth());
    }

    private void addOddities(List<Day> days) {
        deductCharges(days);
        repeat(days.get(1), days.get(2));
        sendBack(days.get(0), days.get(3));
        payInTwoParts(days.get(1), days.get(4));
        payThroughAgent(days.get(3));
        Day first = days.getFirst();
        Day middle = days.get(days.size() / 2);
        Day last = days.getLast();
        first.lines().add(stranger("M. Oakhurst Trading", "Payment as discussed", first.date()));
        first.lines()
                .add(other(Kind.PAID_OUT, -chance.between(800_00, 9_000_00), "Lagerhaus Rheinblick", first.date()));
        middle.lines().add(ahead(middle.date()));
        last.lines().add(stranger("Prospect & Daughters", chance.filled("Your quotation ####"), last.date()));
        last.lines().add(other(Kind.CHARGE, -chance.between(12_00, 68_00), "", last.date()));
        if (entity == DemoEntity.DE) {
            packBatch(days);
            payByCard(middle);
        }
    }

    /** Some customers have paid by card: the processor pays them out as one sum, less what it keeps. */
    private void payByCard(Day day) {
        List<BankLine> paid = day.lines().stream()
                .filter(line -> line.kind() == Kind.RECEIVED
                        && line.parts().isEmpty()
                        && !line.counterparty().isEmpty())
                .limit(CARD_PAYMENTS)
                .toList();
        CardPayout payout = new CardPayout(entity, day.date(), paid);
        if (paid.size() > 1 && payout.netMinor() > 0) {
            day.lines().removeAll(paid);
            day.lines().add(payout.bankLine(paid.getFirst().reference() + "S"));
            payouts.add(payout);
        }
    }

    /** Banks abroad take their charges off the amount. */
    private void deductCharges(List<Day> days) {
        int wanted = 2;
        for (Day day : days) {
            List<BankLine> lines = day.lines();
            for (int i = 0; i < lines.size() && wanted > 0; i++) {
                BankLine line = lines.get(i);
                String account = line.counterpartyAccount();
                boolean isFromAbroad = Character.isLetter(account.charAt(0)) && !account.startsWith(country);
                if (line.minor() > 200_00 && (isFromAbroad || chance.percent(8))) {
                    lines.set(i, line.lessCharges(chance.between(10_00, 25_00)));
                    wanted--;
                }
            }
        }
    }

    /** The first payment of one day comes once more on another. */
    private void repeat(Day from, Day to) {
        if (!from.lines().isEmpty()) {
            to.lines().add(from.lines().getFirst().withReference(nextReference(to.date())));
        }
    }

    private void sendBack(Day from, Day to) {
        if (!from.lines().isEmpty()) {
            BankLine debited = from.lines().getLast();
            to.lines()
                    .add(new BankLine(
                            Kind.RETURNED,
                            -debited.minor(),
                            debited.counterparty(),
                            debited.counterpartyAccount(),
                            debited.text(),
                            nextReference(to.date()),
                            List.of()));
        }
    }

    /** A payer who is short of cash pays three fifths of what was due, and the rest some days later, under the same words. */
    private void payInTwoParts(Day from, Day to) {
        if (from.lines().size() > 1) {
            BankLine whole = from.lines().getLast();
            long now = whole.minor() / 5 * 3;
            from.lines().set(from.lines().size() - 1, whole.withMinor(now));
            to.lines().add(whole.withMinor(whole.minor() - now).withReference(nextReference(to.date())));
        }
    }

    /** A payment service pays for a customer, from its own account and under its own name. */
    private void payThroughAgent(Day day) {
        List<BankLine> lines = day.lines();
        for (int i = 0; i < lines.size(); i++) {
            BankLine line = lines.get(i);
            if (line.kind() == Kind.RECEIVED && !line.text().isEmpty()) {
                lines.set(i, line.paidBy("Ferrow Treasury Services", agentAccount));
                return;
            }
        }
    }

    private BankLine stranger(String name, String text, LocalDate day) {
        return new BankLine(
                Kind.RECEIVED, chance.between(90_00, 4_000_00), name, "", List.of(text), nextReference(day), List.of());
    }

    private BankLine other(Kind kind, long minor, String name, LocalDate day) {
        String text = kind == Kind.CHARGE ? "Account fees" : chance.filled("Storage, your invoice ####");
        return new BankLine(kind, minor, name, "", List.of(text), nextReference(day), List.of());
    }

    /** A round sum for goods that are still to be billed. */
    private BankLine ahead(LocalDate day) {
        List<DemoAccount> own =
                company.accounts().stream().filter(a -> a.entity() == entity).toList();
        DemoCustomer customer = chance.oneOf(own).customer();
        return new BankLine(
                Kind.RECEIVED,
                100_00L * chance.between(10, 90),
                customer.name(),
                customer.bankAccount(),
                List.of("Payment in advance, order " + chance.filled("77####")),
                nextReference(day),
                List.of());
    }

    /** The bank books some payments of the fullest day as one. */
    private void packBatch(List<Day> days) {
        List<BankLine> fullest = days.stream()
                .map(Day::lines)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        List<BankLine> packed = fullest.stream()
                .filter(line -> line.kind() == Kind.RECEIVED)
                .limit(BATCH_SIZE)
                .toList();
        fullest.removeAll(packed);
        fullest.addFirst(new BankLine(
                Kind.RECEIVED,
                packed.stream().mapToLong(BankLine::minor).sum(),
                "",
                "",
                List.of(),
                packed.getFirst().reference() + "B",
                packed));
    }

    private DemoCustomer customer(String number) {
        DemoCustomer customer = customers.get(number);
        if (customer == null) {
            throw new IllegalStateException("There is no customer " + number);
        }
        return customer;
    }

    private String nextReference(LocalDate day) {
        return "%s%02d%02d%05d".formatted(entity.code(), day.getMonthValue(), day.getDayOfMonth(), ++references);
    }
}
