package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** People who live together; they stay one household when they move together. */
public final class Household {

	final int number;

	final List<Person> members = new ArrayList<>(3);

	Dwelling home;

	Tenure tenure;

	/** The last day on which somebody came or went. */
	int changedOn;

	/** Day until which the address is protected. */
	int protectedUntil = Integer.MIN_VALUE;

	boolean fosters;

	Household(int number, Dwelling home, Tenure tenure, int since) {
		this.number = number;
		this.home = home;
		this.tenure = tenure;
		this.changedOn = since;
	}

	/**
	 * Number of the household, from 0.
	 * @return the number
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Who lives there now.
	 * @return empty once all have gone
	 */
	public List<Person> members() {
		return Collections.unmodifiableList(this.members);
	}

	/**
	 * Where they live now.
	 * @return the home
	 */
	public Dwelling home() {
		return this.home;
	}

	/**
	 * By which right they live there.
	 * @return the tenure
	 */
	public Tenure tenure() {
		return this.tenure;
	}

	/**
	 * The last day on which somebody came or went.
	 * @return a day
	 */
	public int changedOn() {
		return this.changedOn;
	}

	/**
	 * Whether it is a household of foster carers.
	 * @return true when they take in other people's children
	 */
	public boolean isFostering() {
		return this.fosters;
	}

	/**
	 * Whether the address may not be shown.
	 * @param day on which day
	 * @return true in a refuge and for years after
	 */
	public boolean isProtected(int day) {
		return day < this.protectedUntil;
	}

	/**
	 * Whether many live there who are no family.
	 * @return true for care homes and the prison
	 */
	public boolean isInstitution() {
		return this.home.kind() == Dwelling.Kind.CARE_HOME || this.home.kind() == Dwelling.Kind.PRISON;
	}

	/**
	 * Children who live there.
	 * @param day on which day
	 * @return may be empty
	 */
	public List<Person> children(int day) {
		List<Person> children = new ArrayList<>();
		for (Person member : this.members) {
			if (member.isChild(day)) {
				children.add(member);
			}
		}
		return children;
	}

	/**
	 * Adults who live there.
	 * @param day on which day
	 * @return may be empty
	 */
	public List<Person> adults(int day) {
		List<Person> adults = new ArrayList<>();
		for (Person member : this.members) {
			if (!member.isChild(day)) {
				adults.add(member);
			}
		}
		return adults;
	}

	/**
	 * How often agencies come across the household.
	 * @param day on which day
	 * @return that of the adult whom they come across most
	 */
	public int risk(int day) {
		int risk = 0;
		for (Person member : this.members) {
			if (member.risk > risk && !member.isChild(day)) {
				risk = member.risk;
			}
		}
		return risk;
	}

	/** By which right people live in their home. */
	public enum Tenure {

		/** They own it. */
		OWNED,
		/** They rent it from somebody. */
		RENTED,
		/** They rent it from the council or a housing association. */
		SOCIAL

	}

}
