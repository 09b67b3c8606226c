package org.quittance.web.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.quittance.collections.contact.LawBook.Switch;
import org.quittance.collections.contact.LawBook.Turned;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.LawPack;
import org.quittance.core.contact.LawPacks;
import org.quittance.core.ledger.Trait;
import org.quittance.web.page.Problems;

/**
 * What laws say about contacting somebody who owes, for whom they bind, and which legal entity observes them.
 *
 * @param switches all that were ever made, the newest first
 * @param form what was typed for a new one
 */
public record LawsView(
        List<Pack> packs,
        List<Entity> entities,
        List<Switch> switches,
        ContactPolicy policy,
        LocalDate today,
        Form form,
        Problems problems) {

    /** A pack, with the codes of the legal entities that observe it today and of those that do not. */
    public record Pack(LawPack law, List<String> on, List<String> off) {
        public Pack {
            on = List.copyOf(on);
            off = List.copyOf(off);
        }
    }

    /** A legal entity to choose. */
    public record Entity(String code, String name) {}

    /** A switch as typed. */
    public record Form(String pack, String entity, String turned, String validFrom, String reason) {}

    public LawsView {
        packs = List.copyOf(packs);
        entities = List.copyOf(entities);
        switches = List.copyOf(switches);
    }

    public boolean isForAll(LawPack law) {
        return policy.lawsForAll().contains(law.code());
    }

    /** Towards whom a law binds, in words. */
    public String binds(LawPack law) {
        return law.binds().stream().sorted().map(Trait::label).collect(Collectors.joining(", "));
    }

    /** The segments whose customers count as consumers where no trait is kept of them. */
    public String personalSegments() {
        return String.join(", ", policy.personalSegments().stream().sorted().toList());
    }

    public List<LawPacks.NotKept> notKept() {
        return LawPacks.NOT_KEPT;
    }

    public Turned[] ways() {
        return Turned.values();
    }

    /** The last switch that whoever has opened the page has seen. */
    public long after() {
        return switches.stream().mapToLong(Switch::number).max().orElse(0);
    }
}
