-- link: /anmeldung/01QK3Wd_oonTKMCIEqd7n6rLci5NxmEh6Is_aDghZgw
CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "DisplayName" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);
CREATE TABLE "Audit" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY,
    "At" TEXT NOT NULL,
    "Act" TEXT NOT NULL,
    "By" TEXT NULL,
    "EventId" TEXT NULL,
    "RegistrationId" TEXT NULL,
    "Fields" TEXT NULL
, "AccountId" TEXT NULL);
CREATE TABLE "Children" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Children" PRIMARY KEY,
    "RegistrationId" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "FirstName" TEXT NOT NULL,
    "Age" INTEGER NOT NULL,
    "CallRequested" INTEGER NOT NULL,
    CONSTRAINT "CK_Children_Age" CHECK ("Age" BETWEEN 0 AND 17),
    CONSTRAINT "FK_Children_Registrations_RegistrationId" FOREIGN KEY ("RegistrationId") REFERENCES "Registrations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "ClosingReports" (
    "EventId" TEXT NOT NULL,
    "Bound" TEXT NOT NULL,
    CONSTRAINT "PK_ClosingReports" PRIMARY KEY ("EventId", "Bound"),
    CONSTRAINT "FK_ClosingReports_Events_EventId" FOREIGN KEY ("EventId") REFERENCES "Events" ("Id") ON DELETE CASCADE
);
CREATE TABLE "Events" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Events" PRIMARY KEY,
    "AccessNotes" TEXT NULL,
    "ArchivedAt" TEXT NULL,
    "Audience" TEXT NOT NULL,
    "CancelledAt" TEXT NULL,
    "CancelledBecause" TEXT NULL,
    "ChildcareDeadlineBound" TEXT NULL,
    "ChildcareSeats" INTEGER NULL,
    "ChildcareTaken" INTEGER NOT NULL,
    "ChildrenErasedAt" TEXT NULL,
    "ChildrenKeptDays" INTEGER NOT NULL DEFAULT 7,
    "ConfirmationText" TEXT NULL,
    "ContactEmail" TEXT NOT NULL,
    "ContactName" TEXT NOT NULL,
    "ContactPhone" TEXT NULL,
    "Date" TEXT NOT NULL,
    "DeadlineBound" TEXT NOT NULL,
    "Description" TEXT NULL,
    "EndsAt" TEXT NOT NULL,
    "GuestsBelieve" TEXT NULL,
    "Host" TEXT NOT NULL,
    "IsDraft" INTEGER NOT NULL,
    "IsFestive" INTEGER NOT NULL,
    "Lead" TEXT NOT NULL,
    "OffersChildcare" INTEGER NOT NULL,
    "OpensAt" TEXT NULL,
    "Place" TEXT NOT NULL,
    "Price" TEXT NULL,
    "Programme" TEXT NULL,
    "Questions" TEXT NULL,
    "RegistrationsErasedAt" TEXT NULL,
    "RegistrationsKeptDays" INTEGER NOT NULL DEFAULT 30,
    "RemindedAt" TEXT NULL,
    "ReminderText" TEXT NULL,
    "Reminds" INTEGER NOT NULL DEFAULT 1,
    "Revision" INTEGER NOT NULL,
    "Seats" INTEGER NULL,
    "SeatsTaken" INTEGER NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "ShortTitle" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "Switch" TEXT NOT NULL,
    "SwitchedAt" TEXT NULL,
    "SwitchedBy" TEXT NULL,
    "Title" TEXT NOT NULL,
    CONSTRAINT "CK_Events_Kept" CHECK ("ChildrenKeptDays" >= 0 AND "RegistrationsKeptDays" BETWEEN 0 AND 180),
    CONSTRAINT "CK_Events_Seats" CHECK (("Seats" IS NULL OR "Seats" >= 0) AND ("ChildcareSeats" IS NULL OR "ChildcareSeats" >= 0)),
    CONSTRAINT "CK_Events_Taken" CHECK ("SeatsTaken" >= 0 AND "ChildcareTaken" >= 0)
);
CREATE TABLE "FlyerTips" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FlyerTips" PRIMARY KEY,
    "Position" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NOT NULL
);
CREATE TABLE "GuideTopics" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_GuideTopics" PRIMARY KEY,
    "Position" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    "Concern" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "PartnerId" TEXT NULL,
    CONSTRAINT "FK_GuideTopics_Partners_PartnerId" FOREIGN KEY ("PartnerId") REFERENCES "Partners" ("Id") ON DELETE SET NULL
);
CREATE TABLE "OutboxMails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OutboxMails" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "EventId" TEXT NULL,
    "RegistrationId" TEXT NULL,
    "ToAddress" TEXT NOT NULL,
    "AddressKey" TEXT NOT NULL,
    "ToName" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "TextBody" TEXT NOT NULL,
    "HtmlBody" TEXT NOT NULL,
    "Calendar" TEXT NULL,
    "ReplyToAddress" TEXT NULL,
    "ReplyToName" TEXT NULL,
    "LinkGeneration" INTEGER NOT NULL,
    "MessageId" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "NextAttemptAt" TEXT NOT NULL,
    "FirstAttemptAt" TEXT NULL,
    "LastAttemptAt" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "LeaseNumber" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "LastAnswer" TEXT NULL,
    "PossiblyDuplicate" INTEGER NOT NULL,
    "Delay" TEXT NULL, "AccountId" TEXT NULL, "Occasion" TEXT NULL,
    CONSTRAINT "CK_OutboxMails_Counts" CHECK ("Attempts" >= 0 AND "LeaseNumber" >= 0),
    CONSTRAINT "CK_OutboxMails_Lease" CHECK (("State" = 'Sending') = ("LeaseUntil" IS NOT NULL)),
    CONSTRAINT "CK_OutboxMails_SentAt" CHECK ("State" <> 'Sent' OR "SentAt" IS NOT NULL),
    CONSTRAINT "CK_OutboxMails_State" CHECK ("State" IN ('Waiting', 'Sending', 'Sent', 'Refused', 'Failed', 'Unknown'))
);
CREATE TABLE "Partners" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Partners" PRIMARY KEY,
    "Position" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Institution" TEXT NOT NULL,
    "Function" TEXT NULL,
    "PartInFounding" TEXT NULL
);
CREATE TABLE "Registrations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Registrations" PRIMARY KEY,
    "EventId" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "GivenName" TEXT NULL,
    "FamilyName" TEXT NULL,
    "Email" TEXT NULL,
    "Phone" TEXT NULL,
    "PhoneE164" TEXT NULL,
    "FurtherAdults" INTEGER NOT NULL,
    "ChildrenInCare" INTEGER NOT NULL,
    "Question" TEXT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "TakenInBy" TEXT NULL,
    "LetInKnowingly" INTEGER NOT NULL,
    "CancelledAt" TEXT NULL,
    "ErasedAt" TEXT NULL,
    "CalledAt" TEXT NULL,
    "LinkGeneration" INTEGER NOT NULL,
    "LinkHash" BLOB NULL,
    "FamilyKey" TEXT NULL,
    "Fingerprint" BLOB NULL,
    "EmailKey" TEXT NULL,
    "SortKey" TEXT NULL,
    "SearchKey" TEXT NULL, "Answers" TEXT NULL,
    CONSTRAINT "CK_Registrations_Party" CHECK ("FurtherAdults" BETWEEN 0 AND 5 AND "ChildrenInCare" BETWEEN 0 AND 10),
    CONSTRAINT "CK_Registrations_Person" CHECK (("ErasedAt" IS NULL) = ("Email" IS NOT NULL)),
    CONSTRAINT "FK_Registrations_Events_EventId" FOREIGN KEY ("EventId") REFERENCES "Events" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "RepeatedSignUps" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_RepeatedSignUps" PRIMARY KEY,
    "EventId" TEXT NOT NULL,
    "RegistrationId" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "Fingerprint" BLOB NOT NULL,
    CONSTRAINT "FK_RepeatedSignUps_Registrations_RegistrationId" FOREIGN KEY ("RegistrationId") REFERENCES "Registrations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "RoleAssignments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_RoleAssignments" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "EventId" TEXT NULL,
    CONSTRAINT "FK_RoleAssignments_AspNetUsers_AccountId" FOREIGN KEY ("AccountId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_RoleAssignments_Events_EventId" FOREIGN KEY ("EventId") REFERENCES "Events" ("Id") ON DELETE CASCADE
);
CREATE TABLE "Settings" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Settings" PRIMARY KEY,
    "Value" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
INSERT INTO "AspNetUserTokens" VALUES ('01A2057C-31EF-7FB1-A676-8D049A656195','netzwerk','app','CfDJ8K10hSiblYtDroqUQTN4uHKS19Kogsnz6cydizDBokRaz+ubAeTXALV0921yEnlVE7QSD7AmV2nQyoFbnoHn7PYarXSTtjrCeE0BTcZeSVZ+qkFTgDunf7gItOLlLvlhxff0E44wl2Sa5ly3DOk3V8I=');
INSERT INTO "AspNetUserTokens" VALUES ('01A2057C-31EF-7FB1-A676-8D049A656195','netzwerk','app-step','0000000000059846278');
INSERT INTO "AspNetUsers" VALUES ('01A2057C-31EF-7FB1-A676-8D049A656195','Karin Probe','karin@netzwerk.test','KARIN@NETZWERK.TEST','karin@netzwerk.test','KARIN@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAEPnX6PSvp0uxVFG9mM0rwBmuof7VlM92hjcleNnrY/YR9CXcNCjUqo/nktuI1R5fFA==','F5CX3L7K63LCVXAQMIZL7AK7554CD63S','0b9f25f4-18e1-429d-a2ce-56f5a17009cd',NULL,0,0,NULL,1,0);
INSERT INTO "AspNetUsers" VALUES ('01A2057C-354C-722D-AEF9-0CFA808593F4','Stefan Probe','stefan@netzwerk.test','STEFAN@NETZWERK.TEST','stefan@netzwerk.test','STEFAN@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAEAF4r4OLPhjiwaL/b1JSdTQIinFwxuh3VkYoOFTTWDu+1OXplCX+1NCEddHIZ12Rog==','QGSSQZACLJRKBAJKDW5VSK62F6SWLXPM','39a60159-0122-4b5c-8e2f-566cec74511a',NULL,0,0,NULL,1,0);
INSERT INTO "AspNetUsers" VALUES ('01A2057C-35C1-7B92-BEFF-C0088D73191F','Clara Probe','clara@netzwerk.test','CLARA@NETZWERK.TEST','clara@netzwerk.test','CLARA@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAEDqAXwawpIm0hlfw4ZO0K0grLCTMJPtJPAkCCVPEYE97g9yudZgKSIdGYzDu4Bs9DA==','OHBXPFLOQZIQDT7HRYCGU5QGSG5S6VNA','b52c5761-7e2b-4a90-8f81-9beefac0aa0f',NULL,0,0,NULL,1,0);
INSERT INTO "Audit" VALUES ('01A2057C-36E4-7482-AFF9-25390310887C','2022-10-24 08:00:00','SignedUp',NULL,'01A2057C-2FEC-72D0-A937-717E8929FE22','01A2057C-364C-7D6E-A13D-1BBE19DE97A9',NULL,NULL);
INSERT INTO "Audit" VALUES ('01A2057C-376D-7500-B87B-58BF8D40ED10','2022-10-24 08:00:00','SignedUp',NULL,'01A2057C-2FEC-72D0-A937-717E8929FE22','01A2057C-376A-76D8-A627-A39FD42E7192',NULL,NULL);
INSERT INTO "Audit" VALUES ('01A2057C-3774-7AD3-A96D-3F639C4B038C','2022-10-24 08:00:00','SignedUp',NULL,'01A2057C-2FEC-72D0-A937-717E8929FE22','01A2057C-3771-7C15-9CB9-C2465D4BA0BC',NULL,NULL);
INSERT INTO "Audit" VALUES ('01A2057C-3866-707E-845D-F4058CFAE28C','2022-10-24 08:00:00','Erased','Karin Probe','01A2057C-2FEC-72D0-A937-717E8929FE22','01A2057C-3771-7C15-9CB9-C2465D4BA0BC',NULL,NULL);
INSERT INTO "Audit" VALUES ('01A2057C-38ED-7940-9A42-CBD564A86EB2','2022-10-24 08:00:00','SignedUp',NULL,'01A2057C-2FEC-72D0-A937-717E8929FE22','01A2057C-38EA-7729-B77F-E8035F6FF844',NULL,NULL);
INSERT INTO "Children" VALUES ('01A2057C-36A4-76E2-8374-F95F19B70626','01A2057C-364C-7D6E-A13D-1BBE19DE97A9',1,'Ömer',4,0);
INSERT INTO "Children" VALUES ('01A2057C-36A4-7D11-8729-987D1BC17A6F','01A2057C-364C-7D6E-A13D-1BBE19DE97A9',2,'Ada',11,1);
INSERT INTO "Events" VALUES ('01A2057C-2FEC-72D0-A937-717E8929FE22',NULL,NULL,'Alleinerziehende Mütter und Väter aus dem Landkreis Cloppenburg, Netzwerkpartner und alle, die sich dafür interessieren',NULL,NULL,NULL,NULL,3,NULL,7,NULL,'kl.holthaus@lkclp.de','Karin kl. Holthaus',NULL,'2022-11-11','2022-11-04 23:00:00',NULL,'16:30:00',NULL,'Netzwerk „Wirksame Hilfen für Alleinerziehende“, vertreten durch den Landkreis Cloppenburg',0,1,'Das Netzwerk wird elf, am 11. 11. Feiern Sie mit uns – und sagen Sie, was Alleinerziehende brauchen.',1,NULL,'Kreishaus Cloppenburg',NULL,'[{"IsHighlight":false,"Text":"Was das Netzwerk f\u00FCr Alleinerziehende erreichen will.","Title":"Die Ziele des Netzwerks"},{"IsHighlight":false,"Text":"Fachleute sprechen mit Ihnen \u00FCber das, was Alleinerziehende bewegt. Eine Frage k\u00F6nnen Sie schon mit der Anmeldung schicken.","Title":"Ihre Herausforderungen, Ihre W\u00FCnsche"},{"IsHighlight":true,"Text":"Sie zeigen die R\u00FCckkehr in den Beruf aus einer anderen Perspektive.","Title":"Besonders: die \u201EBunten Frauen Visbek\u201C"}]','[]',NULL,30,NULL,NULL,1,7,120,7,0,'Jubiläumsfeier','jubilaeum-2022','15:00:00','Schedule',NULL,NULL,'Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“');
INSERT INTO "GuideTopics" VALUES ('01A2057C-307C-72ED-B6C3-658E471D0ACF',1,'zurueck-in-den-beruf','Zurück in den Beruf','Sie ist im Jobcenter für Chancengleichheit am Arbeitsmarkt zuständig.','01A2057C-3073-7D28-9559-39A7095A53B2');
INSERT INTO "GuideTopics" VALUES ('01A2057C-307C-75AF-95B8-5DB7E4BBDBD5',3,'beruf-und-familie','Beruf und Familie vereinbaren','Die Koordinierungsstelle verbindet Frauen und Wirtschaft im Oldenburger Münsterland.','01A2057C-3073-7DFE-9BC7-31A14CD8E5D1');
INSERT INTO "GuideTopics" VALUES ('01A2057C-307C-760A-9593-9956B6E0E24D',4,'gleichstellung','Gleichstellung','Sie ist die Gleichstellungsbeauftragte der Stadt Friesoythe.','01A2057C-3073-7ADF-8FC4-9AEC360AF502');
INSERT INTO "GuideTopics" VALUES ('01A2057C-307C-7627-9826-A9C2EBEBD73B',2,'schwangerschaft','Schwangerschaft','Sie berät Schwangere.','01A2057C-3073-7159-847D-D74306AFCF38');
INSERT INTO "GuideTopics" VALUES ('01A2057C-307C-7891-AE18-836753B1CF9C',5,'wer-ist-zustaendig','Ich weiß nicht, wer zuständig ist','Fragen Sie eine beliebige Stelle im Netzwerk. Jede vermittelt Sie an die passende.',NULL);
INSERT INTO "OutboxMails" VALUES ('01A2057C-372D-7504-8B43-98BE30A72864','confirmation','01A2057C-2FEC-72D0-A937-717E8929FE22','01A2057C-364C-7D6E-A13D-1BBE19DE97A9','anna.oeztuerk@example.org','anna.oeztuerk@example.org','Anna Öztürk','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Anna Öztürk,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 2 Erwachsene, 2 Kinder in der Betreuung
Kennung: NW-RPAHPA

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

Der Termin für Ihren Kalender hängt an dieser E-Mail.

Fragen beantwortet Karin kl. Holthaus: kl.holthaus@lkclp.de

Herzliche Grüße
Ihr Netzwerk „Wirksame Hilfen für Alleinerziehende“

-- 
Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann löschen wir die Anmeldung.
Datenschutz: https://netzwerk.test/datenschutz
','<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>Sie sind angemeldet</title></head>
<body style="margin:0;padding:0;font-family:''Fira Sans'',''Segoe UI'',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid #96265c"><b>Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></p>
<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">Sie sind angemeldet</h1>
<p style="margin:0 0 16px">Guten Tag Anna &#214;zt&#252;rk,</p>
<p style="margin:0 0 16px">sch&#246;n, dass Sie kommen. Das haben wir notiert:</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;font-size:17px;line-height:1.5;border-collapse:collapse">
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Was</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Jubil&#228;umsfeier: 11 Jahre Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag, 11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>2 Erwachsene, 2 Kinder in der Betreuung</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-RPAHPA</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
<p style="margin:0 0 16px">Der Termin f&#252;r Ihren Kalender h&#228;ngt an dieser E-Mail.</p>
<p style="margin:0 0 16px">Fragen beantwortet Karin kl.&#160;Holthaus: kl.holthaus@lkclp.de</p>
<p style="margin:0 0 16px">Herzliche Gr&#252;&#223;e<br>Ihr Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</p>
<p style="margin:0;padding:12px 0 0;border-top:1px solid #8a8fa8;font-size:15px">Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann l&#246;schen wir die Anmeldung. <a href="https://netzwerk.test/datenschutz" style="color:inherit">Datenschutz</a></p>
</main>
</body>
</html>','BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:-//Netzwerk//Anmeldung//DE
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:STANDARD
DTSTART:20201025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20210328T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:Ihre Kennung: NW-RPAHPA. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a2057c364c7d6ea13d1bbe19de97a9@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a2057c372d75048b4398be30a72864@netzwerk.test','2022-10-24 08:00:00','Sent',1,'1970-01-01 00:00:00','2026-11-22 22:59:16.4739135','2026-11-22 22:59:16.4739135',NULL,1,'2022-10-24 08:00:00','250 OK',0,NULL,NULL,NULL);
INSERT INTO "OutboxMails" VALUES ('01A2057C-376E-7F81-A0A1-069205FEB1AA','confirmation','01A2057C-2FEC-72D0-A937-717E8929FE22','01A2057C-376A-76D8-A627-A39FD42E7192','bernd@example.com','bernd@example.com','Bernd Müller-Voß','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Bernd Müller-Voß,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 1 erwachsene Person
Kennung: NW-MMCYHD

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

Der Termin für Ihren Kalender hängt an dieser E-Mail.

Fragen beantwortet Karin kl. Holthaus: kl.holthaus@lkclp.de

Herzliche Grüße
Ihr Netzwerk „Wirksame Hilfen für Alleinerziehende“

-- 
Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann löschen wir die Anmeldung.
Datenschutz: https://netzwerk.test/datenschutz
','<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>Sie sind angemeldet</title></head>
<body style="margin:0;padding:0;font-family:''Fira Sans'',''Segoe UI'',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid #96265c"><b>Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></p>
<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">Sie sind angemeldet</h1>
<p style="margin:0 0 16px">Guten Tag Bernd M&#252;ller-Vo&#223;,</p>
<p style="margin:0 0 16px">sch&#246;n, dass Sie kommen. Das haben wir notiert:</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;font-size:17px;line-height:1.5;border-collapse:collapse">
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Was</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Jubil&#228;umsfeier: 11 Jahre Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag, 11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>1 erwachsene Person</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-MMCYHD</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
<p style="margin:0 0 16px">Der Termin f&#252;r Ihren Kalender h&#228;ngt an dieser E-Mail.</p>
<p style="margin:0 0 16px">Fragen beantwortet Karin kl.&#160;Holthaus: kl.holthaus@lkclp.de</p>
<p style="margin:0 0 16px">Herzliche Gr&#252;&#223;e<br>Ihr Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</p>
<p style="margin:0;padding:12px 0 0;border-top:1px solid #8a8fa8;font-size:15px">Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann l&#246;schen wir die Anmeldung. <a href="https://netzwerk.test/datenschutz" style="color:inherit">Datenschutz</a></p>
</main>
</body>
</html>','BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:-//Netzwerk//Anmeldung//DE
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:STANDARD
DTSTART:20201025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20210328T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:Ihre Kennung: NW-MMCYHD. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a2057c376a76d8a627a39fd42e7192@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a2057c376e7f81a0a1069205feb1aa@netzwerk.test','2022-10-24 08:00:00','Sent',1,'1970-01-01 00:00:00','2026-11-22 22:59:16.5684128','2026-11-22 22:59:16.5684128',NULL,1,'2022-10-24 08:00:00','250 OK',0,NULL,NULL,NULL);
INSERT INTO "OutboxMails" VALUES ('01A2057C-38EE-77D8-BC02-00B3898A477C','confirmation','01A2057C-2FEC-72D0-A937-717E8929FE22','01A2057C-38EA-7729-B77F-E8035F6FF844','dilan@example.net','dilan@example.net','Đ O''Şahin','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Đ O''Şahin,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 1 erwachsene Person
Kennung: NW-4WV3E7

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

Der Termin für Ihren Kalender hängt an dieser E-Mail.

Fragen beantwortet Karin kl. Holthaus: kl.holthaus@lkclp.de

Herzliche Grüße
Ihr Netzwerk „Wirksame Hilfen für Alleinerziehende“

-- 
Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann löschen wir die Anmeldung.
Datenschutz: https://netzwerk.test/datenschutz
','<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>Sie sind angemeldet</title></head>
<body style="margin:0;padding:0;font-family:''Fira Sans'',''Segoe UI'',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid #96265c"><b>Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></p>
<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">Sie sind angemeldet</h1>
<p style="margin:0 0 16px">Guten Tag Đ O&#39;Şahin,</p>
<p style="margin:0 0 16px">sch&#246;n, dass Sie kommen. Das haben wir notiert:</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;font-size:17px;line-height:1.5;border-collapse:collapse">
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Was</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Jubil&#228;umsfeier: 11 Jahre Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag, 11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>1 erwachsene Person</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-4WV3E7</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
<p style="margin:0 0 16px">Der Termin f&#252;r Ihren Kalender h&#228;ngt an dieser E-Mail.</p>
<p style="margin:0 0 16px">Fragen beantwortet Karin kl.&#160;Holthaus: kl.holthaus@lkclp.de</p>
<p style="margin:0 0 16px">Herzliche Gr&#252;&#223;e<br>Ihr Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</p>
<p style="margin:0;padding:12px 0 0;border-top:1px solid #8a8fa8;font-size:15px">Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann l&#246;schen wir die Anmeldung. <a href="https://netzwerk.test/datenschutz" style="color:inherit">Datenschutz</a></p>
</main>
</body>
</html>','BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:-//Netzwerk//Anmeldung//DE
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:STANDARD
DTSTART:20201025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20210328T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:Ihre Kennung: NW-4WV3E7. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a2057c38ea7729b77fe8035f6ff844@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a2057c38ee77d8bc0200b3898a477c@netzwerk.test','2022-10-24 08:00:00','Waiting',0,'1970-01-01 00:00:00',NULL,NULL,NULL,0,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "Partners" VALUES ('01A2057C-3073-7159-847D-D74306AFCF38',3,'Ivonne Flerlage','Diakonisches Werk','Schwangerenberatung',NULL);
INSERT INTO "Partners" VALUES ('01A2057C-3073-7821-9522-8315F29059A9',5,'Elisabeth Kessens','Caritas-Sozialwerk Cloppenburg',NULL,NULL);
INSERT INTO "Partners" VALUES ('01A2057C-3073-7ADF-8FC4-9AEC360AF502',6,'Sandra kl. Stüve','Stadt Friesoythe','Gleichstellungsbeauftragte',NULL);
INSERT INTO "Partners" VALUES ('01A2057C-3073-7C72-B2B8-CC663B07449F',4,'Ines Luthmann','Sozialdienst katholischer Frauen Cloppenburg','Geschäftsführerin',NULL);
INSERT INTO "Partners" VALUES ('01A2057C-3073-7D28-9559-39A7095A53B2',1,'Anja Komossa','Jobcenter Cloppenburg','Beauftragte für Chancengleichheit am Arbeitsmarkt','Initiatorin und Gründungsmitglied');
INSERT INTO "Partners" VALUES ('01A2057C-3073-7DFE-9BC7-31A14CD8E5D1',7,'Renate Hitz','Koordinierungsstelle Frauen und Wirtschaft, Oldenburger Münsterland',NULL,NULL);
INSERT INTO "Partners" VALUES ('01A2057C-3073-7E3B-A0CC-4CDBFB0A8C8F',2,'Dr. Christina Neumann','Landkreis Cloppenburg','ehemalige Gleichstellungsbeauftragte','Initiatorin');
INSERT INTO "Registrations" VALUES ('01A2057C-364C-7D6E-A13D-1BBE19DE97A9','01A2057C-2FEC-72D0-A937-717E8929FE22','NW-RPAHPA','Anna','Öztürk','anna.oeztuerk@example.org','0171 3920012','+491713920012',1,2,NULL,'2022-10-24 08:00:00',NULL,0,NULL,NULL,NULL,1,X'D1D04DEC712530B095CB82B38FDE152EB03474FEA4A0D19EA28CF32D63E6953B','b03cb9d7b883632f2092e9ff7b56b77c4a4bd61d18692b4d1e78f26fad6ba46f',X'4B09A341AFDD9D3D0F39340FFFE7C3FD7D1B279BD9B3F3EAEBCA6533100D2B4A','anna.oeztuerk@example.org','ozturkanna','anna ozturk anna.oeztuerk@example.org nw-rpahpa','[]');
INSERT INTO "Registrations" VALUES ('01A2057C-376A-76D8-A627-A39FD42E7192','01A2057C-2FEC-72D0-A937-717E8929FE22','NW-MMCYHD','Bernd','Müller-Voß','bernd@example.com',NULL,NULL,0,0,NULL,'2022-10-24 08:00:00',NULL,0,'2022-10-24 08:00:00',NULL,NULL,1,X'E38C597C41C1A2587F77613E67643A0B63401707D04E7231A5DD9E2D1FD41F5F',NULL,X'63CD72DA03A2B0499F0EE8F54F9B804413CE9D250C551FCC6B2804236FABE89B','bernd@example.com','muller-vossbernd','bernd muller-voss bernd@example.com nw-mmcyhd','[]');
INSERT INTO "Registrations" VALUES ('01A2057C-3771-7C15-9CB9-C2465D4BA0BC','01A2057C-2FEC-72D0-A937-717E8929FE22','NW-XKQAWG',NULL,NULL,NULL,NULL,NULL,0,1,NULL,'2022-10-24 08:00:00',NULL,0,NULL,'2022-10-24 08:00:00',NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,'[]');
INSERT INTO "Registrations" VALUES ('01A2057C-38EA-7729-B77F-E8035F6FF844','01A2057C-2FEC-72D0-A937-717E8929FE22','NW-4WV3E7','Đ','O''Şahin','dilan@example.net','(04471) 15-0','+494471150',0,0,NULL,'2022-10-24 08:00:00',NULL,0,NULL,NULL,NULL,1,X'D3EC6A535FD920A040A37A4668EF516EF5F830DF697F242B3BE7C5C04C10B363','1ff8f1e81ea306f40aefa2e304d4a4c008e11adc5e1ae6a942bad8317df61005',X'0D994AEBE0EB6308F29319CC18906FAA6618D988E0DD6FE1E1A79D2198B0B132','dilan@example.net','o''sahind','d o''sahin dilan@example.net nw-4wv3e7','[]');
INSERT INTO "RoleAssignments" VALUES ('01A2057C-327B-78B3-86E1-F187BA8966DF','01A2057C-31EF-7FB1-A676-8D049A656195','Organizer',NULL);
INSERT INTO "RoleAssignments" VALUES ('01A2057C-35A7-7632-A611-A895AE4FD909','01A2057C-354C-722D-AEF9-0CFA808593F4','Staff',NULL);
INSERT INTO "RoleAssignments" VALUES ('01A2057C-361C-7EAA-BAD7-09E0BF8D4812','01A2057C-35C1-7B92-BEFF-C0088D73191F','Carer','01A2057C-2FEC-72D0-A937-717E8929FE22');
INSERT INTO "Settings" VALUES ('Done:Partners','','2026-11-22 22:59:14.6651442','');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261122185309_Start','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261122214349_Installation','10.0.15');
CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");
CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");
CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");
CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");
CREATE INDEX "IX_Audit_EventId_At" ON "Audit" ("EventId", "At");
CREATE INDEX "IX_Audit_RegistrationId" ON "Audit" ("RegistrationId");
CREATE INDEX "IX_Children_RegistrationId" ON "Children" ("RegistrationId");
CREATE UNIQUE INDEX "IX_Events_Slug" ON "Events" ("Slug");
CREATE INDEX "IX_GuideTopics_PartnerId" ON "GuideTopics" ("PartnerId");
CREATE UNIQUE INDEX "IX_GuideTopics_Slug" ON "GuideTopics" ("Slug");
CREATE INDEX "IX_OutboxMails_AccountId" ON "OutboxMails" ("AccountId");
CREATE INDEX "IX_OutboxMails_AddressKey_LastAttemptAt" ON "OutboxMails" ("AddressKey", "LastAttemptAt");
CREATE INDEX "IX_OutboxMails_EventId" ON "OutboxMails" ("EventId");
CREATE UNIQUE INDEX "IX_OutboxMails_MessageId" ON "OutboxMails" ("MessageId");
CREATE UNIQUE INDEX "IX_OutboxMails_OneConfirmation" ON "OutboxMails" ("RegistrationId") WHERE "Kind" = 'confirmation';
CREATE UNIQUE INDEX "IX_OutboxMails_OneReminder" ON "OutboxMails" ("RegistrationId", "Occasion") WHERE "Kind" = 'reminder';
CREATE INDEX "IX_OutboxMails_RegistrationId" ON "OutboxMails" ("RegistrationId");
CREATE INDEX "IX_OutboxMails_State_NextAttemptAt" ON "OutboxMails" ("State", "NextAttemptAt");
CREATE INDEX "IX_Registrations_EmailKey" ON "Registrations" ("EmailKey");
CREATE INDEX "IX_Registrations_EventId_ArrivedAt" ON "Registrations" ("EventId", "ArrivedAt");
CREATE UNIQUE INDEX "IX_Registrations_EventId_FamilyKey" ON "Registrations" ("EventId", "FamilyKey");
CREATE INDEX "IX_Registrations_EventId_SortKey" ON "Registrations" ("EventId", "SortKey");
CREATE UNIQUE INDEX "IX_Registrations_LinkHash" ON "Registrations" ("LinkHash");
CREATE UNIQUE INDEX "IX_Registrations_Reference" ON "Registrations" ("Reference");
CREATE UNIQUE INDEX "IX_RepeatedSignUps_Reference" ON "RepeatedSignUps" ("Reference");
CREATE INDEX "IX_RepeatedSignUps_RegistrationId" ON "RepeatedSignUps" ("RegistrationId");
CREATE UNIQUE INDEX "IX_RoleAssignments_AccountId_Role_EventId" ON "RoleAssignments" ("AccountId", "Role", "EventId");
CREATE INDEX "IX_RoleAssignments_EventId" ON "RoleAssignments" ("EventId");
CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");
