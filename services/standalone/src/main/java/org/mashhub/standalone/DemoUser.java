package org.mashhub.standalone;

import java.util.List;

/**
 * A fictional person who may sign in to the standalone hub.
 *
 * @param name user name
 * @param fullName name to show
 * @param email work e-mail
 * @param role what they are in the hub
 */
public record DemoUser(String name, String fullName, String email, String role) {

	/** Everybody who may sign in. */
	public static final List<DemoUser> ALL = List.of(
			new DemoUser("officer", "Morgan Ashby", "morgan.ashby@mash.example", "MASH_OFFICER"),
			new DemoUser("manager", "Rowan Petrie", "rowan.petrie@mash.example", "MASH_MANAGER"),
			new DemoUser("duty", "Duty desk", "duty-desk@mash.example", "DUTY_DESK"),
			new DemoUser("lead", "Imani Clarke", "imani.clarke@council.example", "LEAD_PROFESSIONAL"),
			new DemoUser("practice", "Millbrook Surgery", "safeguarding@y99001.gp.example", "GP_PRACTICE"));

}
