package org.mashhub.provisioning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Gives every service its principal at the broker, and exactly the access that
 * {@link Grants} says: what was granted before and is no longer listed is taken away.
 */
final class Principals {

	private static final ScramCredentialInfo CREDENTIALS = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192);

	private final Admin admin;

	Principals(Admin admin) {
		this.admin = admin;
	}

	/** Makes it so; a changed password takes effect with new connections. */
	void ensure(Passwords passwords) {
		Map<String, List<AclBinding>> grants = Grants.all();
		List<UserScramCredentialAlteration> credentials = new ArrayList<>();
		grants.keySet()
			.forEach((principal) -> credentials
				.add(new UserScramCredentialUpsertion(principal, CREDENTIALS, passwords.of(principal))));
		await(this.admin.alterUserScramCredentials(credentials).all());
		Set<AclBinding> wanted = new HashSet<>();
		grants.values().forEach(wanted::addAll);
		Collection<AclBinding> existing = await(this.admin.describeAcls(AclBindingFilter.ANY).values());
		List<AclBinding> missing = wanted.stream().filter((grant) -> !existing.contains(grant)).toList();
		if (!missing.isEmpty()) {
			await(this.admin.createAcls(missing).all());
		}
		List<AclBindingFilter> surplus = existing.stream()
			.filter((grant) -> !wanted.contains(grant) && isOurs(grant, grants.keySet()))
			.map(AclBinding::toFilter)
			.toList();
		if (!surplus.isEmpty()) {
			await(this.admin.deleteAcls(surplus).all());
		}
	}

	/** What somebody has granted to a principal of their own is theirs to take away. */
	private static boolean isOurs(AclBinding grant, Set<String> principals) {
		return principals.contains(grant.entry().principal().replaceFirst("^User:", ""));
	}

	private static <T> T await(KafkaFuture<T> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RetriableException away) {
				throw away;
			}
			throw new IllegalStateException("cannot provision principals", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while provisioning principals", ex);
		}
	}

}
