package org.mashhub.population.agencies;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.housing.v1.BehaviourComplaintReceived;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;
import org.mashhub.event.housing.v1.SupportNeedRecorded;
import org.mashhub.event.housing.v1.TenancyChange;
import org.mashhub.event.housing.v1.TenancyChanged;
import org.mashhub.population.chance.Dice;
import org.mashhub.population.people.Dwelling;
import org.mashhub.population.people.Household;
import org.mashhub.population.people.Household.Tenure;
import org.mashhub.population.people.Person;

/** What the social landlord writes down of its tenants; it knows nobody else. */
final class HousingRecords {

	private static final List<String> NEEDS = List.of("DISABILITY_BENEFIT", "LITERACY", "DEBT", "MENTAL_HEALTH",
			"PHYSICAL_DISABILITY");

	private static final List<String> COMPLAINTS = List.of("NOISE", "NOISE", "HARASSMENT", "DRUGS", "VIOLENCE",
			"PROPERTY_DAMAGE", "VISITORS", "ANIMALS");

	private final Registry registry;

	HousingRecords(Registry registry) {
		this.registry = registry;
	}

	void arrived(Household household, List<Person> newcomers, int day, Dice dice) {
		if (household.tenure() == Tenure.SOCIAL && newcomers.size() == household.members().size()) {
			began(household, newcomers, day, dice);
		}
	}

	void moved(List<Person> movers, Household household, Dwelling from, Tenure before, int day, Dice dice) {
		boolean wasTenant = before == Tenure.SOCIAL;
		boolean isTenant = household.tenure() == Tenure.SOCIAL && !household.isInstitution();
		if (wasTenant && isTenant && household.members().size() == movers.size()) {
			String tenancy = tenancy(household);
			Draft draft = Draft.ofDay(Agency.HOUSING, day, (header, people, ties) -> new HouseholdMoved(header, people,
					ties, tenancy, address(from), address(household.home()), date(day), MoveInitiator.TENANT));
			this.registry.write(tenants(draft, movers, day, dice));
		}
		else if (isTenant && household.members().size() == movers.size()) {
			began(household, movers, day, dice);
		}
		else if (isTenant && dice.chance(0.35)) {
			changed(household, movers, TenancyChange.JOINT_TENANT_ADDED, day, dice);
		}
		if (wasTenant && !isTenant && dice.chance(0.5)) {
			Draft draft = Draft.ofDay(Agency.HOUSING, day, (header, people, ties) -> new TenancyChanged(header, people,
					ties, null, TenancyChange.JOINT_TENANT_REMOVED, address(from), date(day)));
			this.registry.write(tenants(draft, movers, day, dice).at(from));
		}
	}

	void left(List<Person> people, Dwelling from, Tenure tenure, int day, Dice dice) {
		if (tenure == Tenure.SOCIAL) {
			Draft draft = Draft.ofDay(Agency.HOUSING, day, (header, mentions, ties) -> new TenancyChanged(header,
					mentions, ties, null, TenancyChange.ENDED, address(from), date(day)));
			this.registry.write(tenants(draft, people, day, dice).at(from));
		}
	}

	void complained(Household household, int day, Dice dice) {
		String kind = dice.oneOf(COMPLAINTS);
		Address where = address(household.home());
		boolean anonymous = dice.chance(0.3);
		Draft draft = Draft.ofDay(Agency.HOUSING, day, (header, people, ties) -> new BehaviourComplaintReceived(header,
				people, ties, List.of(kind), where, anonymous, null));
		Draft told = tenants(draft, household.adults(day), day, dice);
		if (dice.chance(0.15)) {
			household.members()
				.getFirst()
				.partner()
				.filter((partner) -> partner.household().isPresent())
				.ifPresent((partner) -> told.with(partner, PersonRole.VISITOR, Knowing.NOT_AT_ALL));
		}
		this.registry.write(told);
	}

	void needed(Person tenant, int day, Dice dice) {
		String need = dice.oneOf(NEEDS);
		this.registry.write(
				Draft
					.ofDay(Agency.HOUSING, day,
							(header, people, ties) -> new SupportNeedRecorded(header, people, ties, List.of(need),
									false))
					.with(tenant, PersonRole.TENANT, Knowing.WELL));
	}

	private void began(Household household, List<Person> people, int day, Dice dice) {
		changed(household, people, TenancyChange.STARTED, day, dice);
	}

	private void changed(Household household, List<Person> who, TenancyChange change, int day, Dice dice) {
		String tenancy = tenancy(household);
		Address home = address(household.home());
		Draft draft = Draft.ofDay(Agency.HOUSING, day,
				(header, people, ties) -> new TenancyChanged(header, people, ties, tenancy, change, home, date(day)));
		this.registry.write(tenants(draft, who, day, dice));
	}

	/** Tenants in full, children where somebody asked. */
	private static Draft tenants(Draft draft, List<Person> people, int day, Dice dice) {
		for (Person person : people) {
			if (!person.isChild(day)) {
				draft.with(person, (draft.people().size() < 2) ? PersonRole.TENANT : PersonRole.HOUSEHOLD_MEMBER,
						Knowing.WELL);
			}
			else if (dice.chance(0.65)) {
				draft.with(person, PersonRole.CHILD, Knowing.WELL);
			}
		}
		if (draft.people().isEmpty()) {
			draft.with(people.getFirst(), PersonRole.HOUSEHOLD_MEMBER, Knowing.WELL);
		}
		return draft;
	}

	private static String tenancy(Household household) {
		return "T-" + household.number();
	}

	private static LocalDate date(int day) {
		return LocalDate.ofEpochDay(day);
	}

	/** A landlord knows its own homes. */
	static Address address(Dwelling home) {
		@Nullable String flat = home.flat();
		return new Address(
				(flat != null) ? List.of(flat, home.house(), home.locality()) : List.of(home.house(), home.locality()),
				home.postcode(), Long.toString(home.uprn()), null);
	}

}
