package org.quittance.collections.worklist;

import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.gate.SendForecast;
import org.quittance.collections.reminder.Brakes;
import org.quittance.collections.reminder.BulkSending;
import org.quittance.collections.reminder.BulkView;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.Reminders;
import org.quittance.core.collections.Action;
import org.quittance.core.contact.Channel;
import org.quittance.core.money.Money;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.WrittenLetter;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws up what sending in bulk would do, and asks the gate and the brake about it beforehand. */
@Service
public class BulkPreviews {

    private final DSLContext sql;
    private final Reminders reminders;
    private final SendForecast forecast;
    private final Brakes brakes;
    private final EscalationList escalations;
    private final BulkSending bulks;
    private final People people;

    BulkPreviews(
            DSLContext sql,
            Reminders reminders,
            SendForecast forecast,
            Brakes brakes,
            EscalationList escalations,
            BulkSending bulks,
            People people) {
        this.sql = sql;
        this.reminders = reminders;
        this.forecast = forecast;
        this.brakes = brakes;
        this.escalations = escalations;
        this.bulks = bulks;
        this.people = people;
    }

    /**
     * What a sending would do if it were let go now, in the name of whoever has begun it: for whoever is to say why it may go. None where
     * it does not wait for that, its sender has left, or the viewer does not see all that the sender does.
     */
    @Transactional
    public Optional<BulkPreview> waiting(BulkView bulk, Viewer viewer) {
        boolean seesIt = viewer.seesEverything() || viewer.login().equals(bulk.actor());
        return bulk.waitsForRelease() && seesIt
                ? people.credentials(bulk.actor()).map(sender -> of(bulks.customers(bulk.id()), sender.viewer()))
                : Optional.empty();
    }

    /** What would be sent now. */
    @Transactional
    public BulkPreview of(Set<Long> customers, Viewer viewer) {
        Map<Long, String> names = sql.select(CUSTOMER_VIEW.CUSTOMER_ID, CUSTOMER_VIEW.NAME)
                .from(CUSTOMER_VIEW)
                .where(CUSTOMER_VIEW.CUSTOMER_ID.in(customers))
                .fetchMap(CUSTOMER_VIEW.CUSTOMER_ID, CUSTOMER_VIEW.NAME);
        Map<Long, ReminderDraft> drafts = new LinkedHashMap<>();
        List<BulkPreview.Receiver> receivers = new ArrayList<>();
        List<BulkView.LeftOut> leftOut = new ArrayList<>();
        for (Long customer : customers) {
            String name = names.getOrDefault(customer, "");
            ReminderDraft draft = reminders.preview(customer, viewer);
            if (draft instanceof ReminderDraft.Impossible(var _, String why)) {
                leftOut.add(new BulkView.LeftOut(customer, name, why));
            } else {
                drafts.put(customer, draft);
                receivers.add(receiver(customer, name, draft, viewer));
            }
        }
        Map<Action, Integer> steps = new EnumMap<>(Action.class);
        Map<Channel, Integer> ways = new EnumMap<>(Channel.class);
        Map<String, Money> sums = new TreeMap<>();
        for (BulkPreview.Receiver receiver : receivers) {
            steps.merge(receiver.step(), 1, Integer::sum);
            ways.merge(receiver.way(), 1, Integer::sum);
            receiver.sums().forEach(sum -> add(sum, sums));
        }
        Map<Language, Integer> languages = new EnumMap<>(Language.class);
        drafts.values().forEach(draft -> languages.merge(language(draft), 1, Integer::sum));
        return new BulkPreview(
                receivers,
                steps,
                ways,
                languages,
                List.copyOf(sums.values()),
                leftOut,
                samples(drafts, names),
                escalations.waiting(viewer, drafts.keySet()).stream()
                        .collect(Collectors.groupingBy(line -> line.about().customerId())),
                brakes.wouldStop(receivers.size()).orElse(null));
    }

    private BulkPreview.Receiver receiver(long customer, String name, ReminderDraft draft, Viewer viewer) {
        return switch (draft) {
            case ReminderDraft.Ready ready ->
                new BulkPreview.Receiver(
                        customer,
                        name,
                        ready.action(),
                        ready.envelope().channel(),
                        ready.envelope().addressee(),
                        ready.content().totals(),
                        forecast.of(OutgoingMessage.of(
                                        ready.content(),
                                        Letters.unprinted(ready.content()),
                                        ready.envelope(),
                                        viewer.login()))
                                .orElse(null));
            case ReminderDraft.ReadyText ready -> {
                Map<String, Money> sums = new TreeMap<>();
                ready.notice().items().forEach(item -> add(item.open(), sums));
                yield new BulkPreview.Receiver(
                        customer,
                        name,
                        ready.action(),
                        Channel.TEXT_MESSAGE,
                        ready.to().value(),
                        List.copyOf(sums.values()),
                        forecast.of(OutgoingMessage.of(ready.notice(), ready.to(), viewer.login()))
                                .orElse(null));
            }
            case ReminderDraft.Impossible _ -> throw new IllegalArgumentException("nothing is written");
        };
    }

    private static void add(Money sum, Map<String, Money> sums) {
        sums.merge(sum.currency().getCurrencyCode(), sum, Money::plus);
    }

    private static List<BulkPreview.Sample> samples(Map<Long, ReminderDraft> drafts, Map<Long, String> names) {
        List<Long> customers = List.copyOf(drafts.keySet());
        return Stream.of(0, customers.size() / 2, customers.size() - 1)
                .distinct()
                .filter(place -> place >= 0 && place < customers.size())
                .map(customers::get)
                .flatMap(customer -> sample(
                        customer, names.getOrDefault(customer, ""), Objects.requireNonNull(drafts.get(customer))))
                .toList();
    }

    private static Stream<BulkPreview.Sample> sample(long customer, String name, ReminderDraft draft) {
        return switch (draft) {
            case ReminderDraft.Ready ready -> {
                WrittenLetter letter = Letters.unprinted(ready.content());
                yield Stream.of(new BulkPreview.Sample(
                        customer, name, ready.envelope().addressee(), letter.subject(), letter.text()));
            }
            case ReminderDraft.ReadyText ready ->
                Stream.of(new BulkPreview.Sample(
                        customer,
                        name,
                        ready.to().value(),
                        ready.notice().subject(),
                        ready.notice().text()));
            case ReminderDraft.Impossible _ -> Stream.of();
        };
    }

    private static Language language(ReminderDraft draft) {
        return switch (draft) {
            case ReminderDraft.Ready ready -> ready.content().language();
            case ReminderDraft.ReadyText ready -> ready.notice().language();
            case ReminderDraft.Impossible _ -> throw new IllegalArgumentException("nothing is written");
        };
    }
}
