package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is due on which day. */
public final class Diary {

	private final int[] months;

	private final List<List<Entry>> due = new ArrayList<>();

	private long written;

	private int now;

	Diary(int[] months) {
		this.months = months.clone();
		for (int month = 0; month < months.length - 1; month++) {
			this.due.add(new ArrayList<>());
		}
	}

	/**
	 * Writes down something for this month or a later one; what is due after the end is
	 * forgotten.
	 * @param day on which day
	 * @param task what is due
	 */
	public void on(int day, Task task) {
		int month = Math.max(this.now, monthOf(day));
		if (month < this.due.size()) {
			this.due.get(month).add(new Entry(day, this.written++, task));
		}
	}

	/** Does what is due in a month, and what that brings for the same month. */
	void carryOut(int month) {
		List<Entry> entries = this.due.get(month);
		while (!entries.isEmpty()) {
			List<Entry> next = new ArrayList<>(entries);
			entries.clear();
			next.sort(Comparator.comparingInt(Entry::day).thenComparingLong(Entry::order));
			next.forEach((entry) -> entry.task.on(entry.day));
		}
		this.now = month + 1;
	}

	private int monthOf(int day) {
		int month = Math.max(0, (int) ((day - this.months[0]) / 30.44) - 1);
		while (month + 1 < this.months.length && day >= this.months[month + 1]) {
			month++;
		}
		return month;
	}

	/** Something that is due. */
	@FunctionalInterface
	public interface Task {

		/**
		 * Does it.
		 * @param day the day on which it was due
		 */
		void on(int day);

	}

	private record Entry(int day, long order, Task task) {
	}

}
