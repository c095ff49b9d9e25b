-- The domain under which the accounts of a domain are known. A rebuild replaces the function when DOMAIN_ALIASES has changed.
create function account_domain(domain text) returns text language sql immutable parallel safe as 'select domain';--> statement-breakpoint
insert into "database_setting" ("name", "value") values ('DOMAIN_ALIASES', '');
