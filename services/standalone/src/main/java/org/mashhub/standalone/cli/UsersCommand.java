package org.mashhub.standalone.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.mashhub.standalone.DemoUser;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who may sign in. */
@Command(name = "users", mixinStandardHelpOptions = true,
		description = "List the fictional people who may sign in, and where their passwords are.")
final class UsersCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Option(names = "--passwords", description = "Print the passwords too.")
	private boolean passwords;

	@Override
	public Integer call() {
		Home home = this.here.home();
		Map<String, String> secrets = this.passwords ? Secrets.of(home).users() : Map.of();
		if (this.json.isWanted()) {
			List<Map<String, String>> users = DemoUser.ALL.stream().map((user) -> describe(user, secrets)).toList();
			this.json.print(users);
			return 0;
		}
		DemoUser.ALL.forEach((user) -> System.out.printf("  %-9s %-18s %-36s %s%n", user.name(), user.role(),
				user.email(), secrets.getOrDefault(user.name(), "")));
		if (!this.passwords) {
			System.out.println("Passwords: ./mash users --passwords, or read " + home.secrets() + ".");
		}
		return 0;
	}

	private static Map<String, String> describe(DemoUser user, Map<String, String> secrets) {
		Map<String, String> description = new LinkedHashMap<>();
		description.put("name", user.name());
		description.put("role", user.role());
		description.put("email", user.email());
		if (secrets.containsKey(user.name())) {
			description.put("password", secrets.get(user.name()));
		}
		return description;
	}

}
