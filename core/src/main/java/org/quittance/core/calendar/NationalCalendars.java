package org.quittance.core.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.quittance.core.calendar.Holiday.before;
import static org.quittance.core.calendar.Holiday.easter;
import static org.quittance.core.calendar.Holiday.fixed;
import static org.quittance.core.calendar.Holiday.weekday;
import static org.quittance.core.calendar.HolidayRule.Substitute.NEXT_WORKING_DAY;
import static org.quittance.core.calendar.HolidayRule.Substitute.NONE;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;

/**
 * The public holidays of countries where customers are and no legal entity of ours has to be: nobody is contacted there on these days. Where regions
 * differ, the days that the whole country keeps, by its law on public holidays.
 */
final class NationalCalendars {

    private static final BusinessCalendar AUSTRIA = calendar(
            "AT",
            fixed("Neujahr", 1, 1, NONE),
            fixed("Heilige Drei Könige", 1, 6, NONE),
            easter("Ostermontag", 1),
            fixed("Staatsfeiertag", 5, 1, NONE),
            easter("Christi Himmelfahrt", 39),
            easter("Pfingstmontag", 50),
            easter("Fronleichnam", 60),
            fixed("Mariä Himmelfahrt", 8, 15, NONE),
            fixed("Nationalfeiertag", 10, 26, NONE),
            fixed("Allerheiligen", 11, 1, NONE),
            fixed("Mariä Empfängnis", 12, 8, NONE),
            fixed("Christtag", 12, 25, NONE),
            fixed("Stefanitag", 12, 26, NONE));

    private static final BusinessCalendar BELGIUM = calendar(
            "BE",
            fixed("Nieuwjaar", 1, 1, NONE),
            easter("Paasmaandag", 1),
            fixed("Dag van de Arbeid", 5, 1, NONE),
            easter("Hemelvaart", 39),
            easter("Pinkstermaandag", 50),
            fixed("Nationale feestdag", 7, 21, NONE),
            fixed("Tenhemelopneming", 8, 15, NONE),
            fixed("Allerheiligen", 11, 1, NONE),
            fixed("Wapenstilstand", 11, 11, NONE),
            fixed("Kerstmis", 12, 25, NONE));

    /** The holidays of federally regulated employers, banks among them. */
    private static final BusinessCalendar CANADA = calendar(
            "CA",
            fixed("New Year's Day", 1, 1, NEXT_WORKING_DAY),
            easter("Good Friday", -2),
            before("Victoria Day", MONDAY, 5, 25),
            fixed("Canada Day", 7, 1, NEXT_WORKING_DAY),
            weekday("Labour Day", Month.SEPTEMBER, MONDAY, 1),
            fixed("National Day for Truth and Reconciliation", 9, 30, NEXT_WORKING_DAY)
                    .since(2021),
            weekday("Thanksgiving Day", Month.OCTOBER, MONDAY, 2),
            fixed("Remembrance Day", 11, 11, NEXT_WORKING_DAY),
            fixed("Christmas Day", 12, 25, NEXT_WORKING_DAY),
            fixed("Boxing Day", 12, 26, NEXT_WORKING_DAY));

    /** The days that the most cantons keep. */
    private static final BusinessCalendar SWITZERLAND = calendar(
            "CH",
            fixed("Neujahr", 1, 1, NONE),
            easter("Karfreitag", -2),
            easter("Ostermontag", 1),
            easter("Auffahrt", 39),
            easter("Pfingstmontag", 50),
            fixed("Bundesfeier", 8, 1, NONE),
            fixed("Weihnachten", 12, 25, NONE),
            fixed("Stephanstag", 12, 26, NONE));

    private static final BusinessCalendar CZECHIA = calendar(
            "CZ",
            fixed("Nový rok", 1, 1, NONE),
            easter("Velký pátek", -2).since(2016),
            easter("Velikonoční pondělí", 1),
            fixed("Svátek práce", 5, 1, NONE),
            fixed("Den vítězství", 5, 8, NONE),
            fixed("Den slovanských věrozvěstů", 7, 5, NONE),
            fixed("Den upálení mistra Jana Husa", 7, 6, NONE),
            fixed("Den české státnosti", 9, 28, NONE),
            fixed("Den vzniku Československa", 10, 28, NONE),
            fixed("Den boje za svobodu", 11, 17, NONE),
            fixed("Štědrý den", 12, 24, NONE),
            fixed("1. svátek vánoční", 12, 25, NONE),
            fixed("2. svátek vánoční", 12, 26, NONE));

    private static final BusinessCalendar DENMARK = calendar(
            "DK",
            fixed("Nytårsdag", 1, 1, NONE),
            easter("Skærtorsdag", -3),
            easter("Langfredag", -2),
            easter("Anden påskedag", 1),
            easter("Kristi himmelfartsdag", 39),
            easter("Anden pinsedag", 50),
            fixed("Første juledag", 12, 25, NONE),
            fixed("Anden juledag", 12, 26, NONE));

    private static final BusinessCalendar SPAIN = calendar(
            "ES",
            fixed("Año Nuevo", 1, 1, NONE),
            fixed("Epifanía del Señor", 1, 6, NONE),
            easter("Viernes Santo", -2),
            fixed("Fiesta del Trabajo", 5, 1, NONE),
            fixed("Asunción de la Virgen", 8, 15, NONE),
            fixed("Fiesta Nacional", 10, 12, NONE),
            fixed("Todos los Santos", 11, 1, NONE),
            fixed("Día de la Constitución", 12, 6, NONE),
            fixed("Inmaculada Concepción", 12, 8, NONE),
            fixed("Natividad del Señor", 12, 25, NONE));

    private static final BusinessCalendar FINLAND = calendar(
            "FI",
            fixed("Uudenvuodenpäivä", 1, 1, NONE),
            fixed("Loppiainen", 1, 6, NONE),
            easter("Pitkäperjantai", -2),
            easter("Toinen pääsiäispäivä", 1),
            fixed("Vappu", 5, 1, NONE),
            easter("Helatorstai", 39),
            fixed("Itsenäisyyspäivä", 12, 6, NONE),
            fixed("Joulupäivä", 12, 25, NONE),
            fixed("Tapaninpäivä", 12, 26, NONE));

    /** St Brigid's Day is the first Monday of February, or the first of the month where that is a Friday. */
    private static final BusinessCalendar IRELAND = calendar(
                    "IE",
                    fixed("New Year's Day", 1, 1, NEXT_WORKING_DAY),
                    weekday("St Brigid's Day", Month.FEBRUARY, MONDAY, 1).since(2023),
                    fixed("St Patrick's Day", 3, 17, NEXT_WORKING_DAY),
                    easter("Easter Monday", 1),
                    weekday("May Day", Month.MAY, MONDAY, 1),
                    weekday("June Holiday", Month.JUNE, MONDAY, 1),
                    weekday("August Holiday", Month.AUGUST, MONDAY, 1),
                    weekday("October Holiday", Month.OCTOBER, MONDAY, -1),
                    fixed("Christmas Day", 12, 25, NEXT_WORKING_DAY),
                    fixed("St Stephen's Day", 12, 26, NEXT_WORKING_DAY))
            .withExceptions(days("2030-02-01", "2036-02-01"), days("2030-02-04", "2036-02-04"));

    /** The feast of the patron of Italy is a holiday again from 2026 on. */
    private static final BusinessCalendar ITALY = calendar(
            "IT",
            fixed("Capodanno", 1, 1, NONE),
            fixed("Epifania", 1, 6, NONE),
            easter("Lunedì dell'Angelo", 1),
            fixed("Festa della Liberazione", 4, 25, NONE),
            fixed("Festa del Lavoro", 5, 1, NONE),
            fixed("Festa della Repubblica", 6, 2, NONE),
            fixed("Assunzione", 8, 15, NONE),
            fixed("San Francesco d'Assisi", 10, 4, NONE).since(2026),
            fixed("Tutti i Santi", 11, 1, NONE),
            fixed("Immacolata Concezione", 12, 8, NONE),
            fixed("Natale", 12, 25, NONE),
            fixed("Santo Stefano", 12, 26, NONE));

    private static final BusinessCalendar LUXEMBOURG = calendar(
            "LU",
            fixed("Jour de l'an", 1, 1, NONE),
            easter("Lundi de Pâques", 1),
            fixed("Fête du Travail", 5, 1, NONE),
            fixed("Journée de l'Europe", 5, 9, NONE).since(2019),
            easter("Ascension", 39),
            easter("Lundi de Pentecôte", 50),
            fixed("Fête nationale", 6, 23, NONE),
            fixed("Assomption", 8, 15, NONE),
            fixed("Toussaint", 11, 1, NONE),
            fixed("Noël", 12, 25, NONE),
            fixed("Saint-Étienne", 12, 26, NONE));

    private static final BusinessCalendar NORWAY = calendar(
            "NO",
            fixed("Første nyttårsdag", 1, 1, NONE),
            easter("Skjærtorsdag", -3),
            easter("Langfredag", -2),
            easter("Andre påskedag", 1),
            fixed("Arbeidernes dag", 5, 1, NONE),
            fixed("Grunnlovsdagen", 5, 17, NONE),
            easter("Kristi himmelfartsdag", 39),
            easter("Andre pinsedag", 50),
            fixed("Første juledag", 12, 25, NONE),
            fixed("Andre juledag", 12, 26, NONE));

    private static final BusinessCalendar POLAND = calendar(
            "PL",
            fixed("Nowy Rok", 1, 1, NONE),
            fixed("Trzech Króli", 1, 6, NONE).since(2011),
            easter("Poniedziałek Wielkanocny", 1),
            fixed("Święto Pracy", 5, 1, NONE),
            fixed("Święto Konstytucji 3 Maja", 5, 3, NONE),
            easter("Boże Ciało", 60),
            fixed("Wniebowzięcie NMP", 8, 15, NONE),
            fixed("Wszystkich Świętych", 11, 1, NONE),
            fixed("Święto Niepodległości", 11, 11, NONE),
            fixed("Wigilia", 12, 24, NONE).since(2025),
            fixed("Boże Narodzenie", 12, 25, NONE),
            fixed("Drugi dzień świąt", 12, 26, NONE));

    private static final BusinessCalendar PORTUGAL = calendar(
            "PT",
            fixed("Ano Novo", 1, 1, NONE),
            easter("Sexta-feira Santa", -2),
            fixed("Dia da Liberdade", 4, 25, NONE),
            fixed("Dia do Trabalhador", 5, 1, NONE),
            easter("Corpo de Deus", 60),
            fixed("Dia de Portugal", 6, 10, NONE),
            fixed("Assunção de Nossa Senhora", 8, 15, NONE),
            fixed("Implantação da República", 10, 5, NONE),
            fixed("Todos os Santos", 11, 1, NONE),
            fixed("Restauração da Independência", 12, 1, NONE),
            fixed("Imaculada Conceição", 12, 8, NONE),
            fixed("Natal", 12, 25, NONE));

    private static final BusinessCalendar SWEDEN = calendar(
            "SE",
            fixed("Nyårsdagen", 1, 1, NONE),
            fixed("Trettondedag jul", 1, 6, NONE),
            easter("Långfredagen", -2),
            easter("Annandag påsk", 1),
            fixed("Första maj", 5, 1, NONE),
            easter("Kristi himmelsfärdsdag", 39),
            fixed("Sveriges nationaldag", 6, 6, NONE).since(2005),
            fixed("Juldagen", 12, 25, NONE),
            fixed("Annandag jul", 12, 26, NONE));

    static final List<BusinessCalendar> ALL = List.of(
            AUSTRIA,
            BELGIUM,
            CANADA,
            SWITZERLAND,
            CZECHIA,
            DENMARK,
            SPAIN,
            FINLAND,
            IRELAND,
            ITALY,
            LUXEMBOURG,
            NORWAY,
            POLAND,
            PORTUGAL,
            SWEDEN);

    private NationalCalendars() {}

    private static BusinessCalendar calendar(String country, Holiday... holidays) {
        return BusinessCalendar.of(country, Set.of(SATURDAY, SUNDAY), List.of(holidays));
    }

    private static Set<LocalDate> days(String... days) {
        return Set.copyOf(List.of(days).stream().map(LocalDate::parse).toList());
    }
}
