"""Reports and lists of the shapes that public documentation and bug reports show; the people are invented.

Of each: what it is, where the shape is described, and the text. `docs/imports-tried.md` says how each came out.
"""

from typing import NamedTuple


class Layout(NamedTuple):
    """What a file is, where its shape is described, and its text."""

    what: str
    source: str
    text: str


GITHUB = "https://github.com/"
FIRST = {
    "teams-sentence-case": Layout(
        "Teams, headers in small letters, as saved in 2026",
        "tests of a public timetable project, read by search for its headers",
        "1. Summary\nMeeting title\tHome First\nAttended participants\t2\nStart time\t6/9/26, 10:00:11 AM\n"
        "End time\t6/9/26, 11:31:02 AM\nMeeting duration\t1h 30m 51s\n\n2. Participants\n"
        "Name\tFirst join\tLast leave\tIn-meeting duration\tEmail\tParticipant ID (UPN)\tRole\n"
        "Amina Khan\t6/9/26, 10:00:11 AM\t6/9/26, 11:30:02 AM\t1h 29m 51s\t\t\tOrganizer\n"
        "Joe Bell\t6/9/26, 10:45:00 AM\t6/9/26, 11:30:00 AM\t45m 0s\t\t\tAttendee\n",
    ),
    "teams-only-who-attended": Layout(
        "Teams where the policy shows only who attended, without any times",
        GITHUB + "MicrosoftDocs/OfficeDocs-SkypeForBusiness/pull/10484",
        "1. Summary\nMeeting title\tHome First\nAttended participants\t2\n\n2. Participants\n"
        "Name\tEmail\tParticipant ID (UPN)\tRole\nAmina Khan\t\ta@anytown.example\tOrganizer\n"
        "Joe Bell\t\tj@hospitals.example\tAttendee\n",
    ),
    "class-collaborate": Layout(
        "Class Collaborate: names run together in headers, times in UTC",
        "https://www.class.com/support/collaborate/manager/attendee-report/",
        "SessionDate,SessionName,SessionOwner,RoomOpened,RoomClosed,NameOfAttendee,FirstNameOfAttendee,"
        "LastNameOfAttendee,EmailOfAttendee,AttendeeRole,AttendeeFirstJoinTime,AttendeeLastLeaveTime,"
        "AttendeeTotalTimeInSession,AttendeeTotalRejoins\n"
        "06/09/2026 09:00,Home First,x,06/09/2026 09:00,06/09/2026 10:30,Amina Khan,Amina,Khan,,Moderator,"
        "06/09/2026 09:00,06/09/2026 10:30,01:30:00,0\n"
        "06/09/2026 09:00,Home First,x,06/09/2026 09:00,06/09/2026 10:30,Joe Bell,Joe,Bell,,Participant,"
        "06/09/2026 09:30,06/09/2026 10:00,00:30:00,0\n",
    ),
    "streamboxy-presence": Layout(
        "Streamboxy presence report: minutes before, during and after",
        "https://service.streamboxy.com/support/solutions/articles/50000110748-attendance-export",
        "FirstName;LastName;Email;MinutesConnectedBeforeSession;MinutesConnectedRunningSession;"
        "MinutesConnectedEndedSession;Percentage;CheckedInOnSite\n"
        "Amina;Khan;;5;90;0;100;FALSE\nJoe;Bell;;0;30;0;33;FALSE\n",
    ),
    "bbb-learning-dashboard": Layout(
        "BigBlueButton session data, with a user “Anonymous”",
        GITHUB + "bigbluebutton/bigbluebutton/issues/25447",
        "Name,Moderator,Activity Score,Talk time,Webcam time,Messages,Reactions,Poll Votes,Raise Hand,Join,Left,"
        "Duration\nAmina Khan,TRUE,9,00:10:00,00:00:00,3,0,0,0,6/9/2026 10:00:00,6/9/2026 11:30:00,01:30:00\n"
        "Joe Bell,FALSE,2,00:00:30,00:00:00,0,0,0,1,6/9/2026 10:15:00,6/9/2026 10:45:00,00:30:00\n"
        "Anonymous,FALSE,0,00:00:00,00:00:00,0,0,0,0,,,00:00:00\n",
    ),
    "bbb-same-times": Layout(
        "BigBlueButton 2.5 where joining and leaving are the same moment",
        GITHUB + "bigbluebutton/bigbluebutton/issues/15199",
        "Name,Join,Left,Duration\nAmina Khan,6/9/2026 10:00:00,6/9/2026 10:00:00,01:30:00\n"
        "Joe Bell,6/9/2026 10:15:00,6/9/2026 10:15:00,00:30:00\n",
    ),
    "zoom-webinar-source-name": Layout(
        "Zoom webinar, attendees alone, with telephone and source columns",
        "a public dashboard's list of required columns, read by search for “Time in Session (minutes)”",
        "Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,"
        "Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,Source Name\n"
        "Yes,Amina Khan,Amina,Khan,,,06/01/2026 09:00 AM,approved,06/09/2026 10:00 AM,06/09/2026 11:30 AM,90,"
        "Yes,,\n"
        "Yes,J,Joe,Bell,,,06/01/2026 09:00 AM,approved,06/09/2026 10:30 AM,06/09/2026 11:00 AM,30,Yes,,\n"
        "No,Sam Reid,Sam,Reid,,,06/01/2026 09:00 AM,denied,--,--,--,--,,\n",
    ),
    "zoom-comma-in-a-name": Layout(
        "A list of names saved without quotes around a name with a comma",
        GITHUB + "bitfocus/companion-module-zoom-osc-iso/pull/155",
        "Name,Join Time,Leave Time\nAmina Khan,06/09/2026 10:00,06/09/2026 11:30\n"
        "Bell, Joe,06/09/2026 10:30,06/09/2026 11:00\n",
    ),
    "eventbrite-attendee-status": Layout(
        "Eventbrite attendees with their status",
        "https://www.eventbrite.se/help/sv/articles/291888/"
        "glossary-of-order-and-attendee-statuses-in-event-reports/",
        "Order ID,Order Date,Attendee Status,First Name,Last Name,Email,Quantity,Ticket Type\n"
        "1,2026-05-01 09:00:00,Checked In,Amina,Khan,,1,Free\n2,2026-05-02 09:00:00,Attending,Joe,Bell,,1,Free\n"
        "3,2026-05-02 09:00:00,Not Attending,Sam,Reid,,1,Free\n",
    ),
    "bookwhen-attendance": Layout(
        "Bookwhen: “complete” is of the booking, “Attended?” of the register",
        "https://support.bookwhen.com/en/articles/11502000-csv-export-fields-explained",
        "Event,Event starts,Event ends,First name,Last name,Email,Attendance status,Attended?\n"
        "Home First,2026-06-09 10:00,2026-06-09 11:30,Amina,Khan,,Complete,Yes\n"
        "Home First,2026-06-09 10:00,2026-06-09 11:30,Joe,Bell,,Complete,\n",
    ),
    "luma-guests": Layout(
        "Luma guest list: approved, and checked in at a time",
        GITHUB + "activepieces/activepieces/issues/12171",
        "api_id,name,first_name,last_name,email,created_at,approval_status,checked_in_at\n"
        "gst-1,Amina Khan,Amina,Khan,,2026-05-01T09:00:00.000Z,approved,2026-06-09T09:01:00.000Z\n"
        "gst-2,Joe Bell,Joe,Bell,,2026-05-01T09:00:00.000Z,approved,\n"
        "gst-3,Sam Reid,Sam,Reid,,2026-05-01T09:00:00.000Z,declined,\n",
    ),
    "frankly-rsvp": Layout(
        "A registration export with a time of joining, blank where nobody came",
        GITHUB + "berkmancenter/frankly/issues/499",
        "Name,Email,RSVP Time,Join Time\nAmina Khan,,2026-06-01 09:00,2026-06-09 10:01\nJoe Bell,,"
        "2026-06-01 09:00,\n",
    ),
    "rdv-statut": Layout(
        "French appointments: “to come” beside each name",
        GITHUB + "betagouv/rdv-service-public/pull/6263",
        "full_name,email,status\nAmina Khan,a@anytown.example,Rendez-vous à venir\n"
        "Joe Bell,j@hospitals.example,Rendez-vous à venir\n",
    ),
    "openslides-participants": Layout(
        "OpenSlides participants: given name, surname and whether present",
        GITHUB + "OpenSlides/openslides-client/issues/3211",
        "Title,Given name,Surname,Structure level,Participant number,Present\n,Amina,Khan,ICB,1,1\n"
        ",Joe,Bell,Acute,2,0\n",
    ),
    "learnupon-partial": Layout(
        "LearnUpon: attended, partially attended, no show",
        "https://support.learnupon.com/hc/en-us/articles/"
        "4407911811473-MS-Teams-manage-legacy-ILT-session-attendance",
        "First name,Last name,Email,Attendance\nAmina,Khan,,Attended\nJoe,Bell,,Partially attended\n"
        "Sam,Reid,,No show\n",
    ),
    "asap-yes-no": Layout(
        "A sheet of attendance with yes and no",
        GITHUB + "mjff-eng/asap-hub/pull/5185",
        "Name,Attendance\nAmina Khan,Yes\nJoe Bell,No\n",
    ),
}
AFTERWARDS = {
    "moodle-attendance": Layout(
        "Moodle attendance: a column a session, marks with points",
        GITHUB + "danmarsden/moodle-mod_attendance/issues/732",
        "Last name,First name,Email address,12 May 2026 10.00AM All users,9 Jun 2026 10.00AM All users,P,L,E,A\n"
        "Khan,Amina,,P (2/2),P (2/2),2,0,0,0\nBell,Joe,,P (2/2),A (0/2),1,0,0,1\n",
    ),
    "streamgo-attendees": Layout(
        "Streamgo: live attendees with flags",
        "https://help.streamgo.live/article/49-reporting-attendees-and-non-attendees",
        "User ID,First Name,Surname,Email,Ticket Types,Unsubscribed,Uploaded,Registered,First Login,"
        "Live Watch Time\n"
        "1,Amina,Khan,,Free,FALSE,FALSE,2026-05-01 09:00,2026-06-09 10:00,01:30:00\n"
        "2,Joe,Bell,,Free,FALSE,FALSE,2026-05-01 09:00,2026-06-09 10:10,00:30:00\n",
    ),
    "gotowebinar-attendees": Layout(
        "GoTo Webinar attendee report with an interest rating",
        "https://support.goto.com/webinar/help/how-is-the-attendee-interest-rating-calculated",
        "Webinar Name,Scheduled Start Date,Actual Start Date/Time,Duration (minutes)\n"
        "Home First,06/09/2026,06/09/2026 10:00 AM,90\n\n"
        "Attended,Interest Rating,Last Name,First Name,Email Address,Registration Date / Time,Join Time,Leave Time,"
        "Time in Session\nYes,77,Khan,Amina,,05/01/2026 09:00 AM,06/09/2026 10:00 AM,06/09/2026 11:30 AM,"
        "90 minutes\n"
        "Yes,50,Bell,Joe,,05/01/2026 09:00 AM,06/09/2026 10:30 AM,06/09/2026 11:00 AM,30 minutes\n"
        "No,,Reid,Sam,,05/01/2026 09:00 AM,,,\n",
    ),
    "adobe-connect": Layout(
        "Adobe Connect: time entered and time exited",
        "https://helpx.adobe.com/lv/adobe-connect/using/generating-reports-connect-central.html",
        "Participant Name,Participant Email,Time Entered,Time Exited\n"
        "Amina Khan,,2026-06-09 10:00:00,2026-06-09 11:30:00\nJoe Bell,,2026-06-09 10:00:00,2026-06-09 10:30:00\n",
    ),
    "attendflow": Layout(
        "AttendFlow: a score and a grade of attendance",
        "https://docs.attendflow.org/settings-panel/attendance-records/",
        "Name,Status,Present Duration,Attendance Score,Attendance Grade\nAmina Khan,Full Present,01:30:00,100%,"
        "Excellent\n"
        "Joe Bell,Seen,00:30:00,33%,Poor\nSam Reid,Absent,00:00:00,0%,Absent\n",
    ),
    "meet-extension": Layout(
        "An extension for Meet: a tick, minutes and the time of arrival",
        GITHUB + "al-caughey/Google-Meet-Attendance/issues/22",
        "Class: Home First\n\n✔,Name,Mins,Arrival\n✔,Amina Khan,90,10:00\n✔,Joe Bell,30,10:10\n?,Sam Reid,0,\n",
    ),
    "outlook-tracking": Layout(
        "Outlook's tracking of an invitation, copied into a sheet",
        "http://jabsto.com/Tutorial/topic-30/Microsoft-Outlook-2007-280.html",
        "Name,Attendance,Response\nAmina Khan,Meeting Organizer,None\nJoe Bell,Required Attendee,Accepted\n"
        "Sam Reid,Optional Attendee,Declined\n",
    ),
    "event-tickets-check-in": Layout(
        "A list of ticket holders with a column for checking in",
        GITHUB + "the-events-calendar/event-tickets/pull/100",
        "Order ID,Order Status,Ticket,Ticket Holder Name,Ticket Holder Email Address,Check In\n"
        "1,Completed,Free,Amina Khan,,Checked in\n2,Completed,Free,Joe Bell,,\n",
    ),
    "indico-checked-in": Layout(
        "Indico registrants: checked in or not, with the date",
        GITHUB + "indico/indico-checkin-pwa/issues/42",
        "ID,Name,Email Address,Affiliation,Checked in,Check-in date\n1,Amina Khan,,ICB,True,2026-06-09 10:01\n"
        "2,Joe Bell,,Acute,False,\n",
    ),
    "community-groups-names": Layout(
        "A host's list of names, companies and titles",
        GITHUB + "cncf/open-community-groups/issues/456",
        "First Name,Last Name,Company,Title,Email\nAmina,Khan,ICB,Nurse,\nJoe,Bell,Acute,Manager,\n",
    ),
    "pilos-attendance": Layout(
        "PILOS: minutes and the sessions of each in one cell",
        GITHUB + "THM-Health/PILOS/issues/859",
        "Name;Email;Duration;Sessions\nAmina Khan;;90;2026-06-09 10:00 - 2026-06-09 11:30 (90 min)\n"
        "Joe Bell;;30;2026-06-09 10:00 - 2026-06-09 10:30 (30 min)\n",
    ),
    "register-by-event-name": Layout(
        "A register with a column an event, by its name",
        GITHUB + "NomisNostab/Topo/issues/42",
        "Name,Induction,Home First,Winter plans\nAmina Khan,Y,Y,\nJoe Bell,Y,,Y\n",
    ),
    "merged-blocks": Layout(
        "Two meetings side by side under merged headings",
        "a public script that copies Teams reports side by side, read by search for its headers",
        "12/05/2026,,,,09/06/2026,,,\n,,,,,,,\n"
        "Name,First Join,Last Leave,In-Meeting Duration,Name,First Join,Last Leave,In-Meeting Duration\n"
        "Sam Reid,12/05/2026 10:00,12/05/2026 11:30,1h 30m,Amina Khan,09/06/2026 10:00,09/06/2026 11:30,1h 30m\n"
        ",,,,Joe Bell,09/06/2026 10:00,09/06/2026 10:30,30m\n",
    ),
    "note-takers": Layout(
        "Note-takers by their makers' names alone, and somebody's own",
        GITHUB + "linuxfoundation/lfx-self-serve/issues/2253",
        "Name,Join Time,Leave Time\nAmina Khan,2026-06-09 10:00,2026-06-09 11:30\n"
        "Joe Bell,2026-06-09 10:00,2026-06-09 10:30\nFathom,2026-06-09 10:00,2026-06-09 11:30\n"
        "Joe's Notetaker (Otter.ai),2026-06-09 10:00,2026-06-09 11:30\nRead.ai meeting notes,2026-06-09 10:00,"
        "2026-06-09 11:30\n",
    ),
    "guest-list-arrival": Layout(
        "A gate's guest list with arrival times written in",
        GITHUB + "fnf-org/TicketBooth/issues/184",
        "Name first last,Role,Early Access,Email,Arrival Time\nAmina Khan,Lead,2,,10:02\nJoe Bell,Guest,0,,\n",
    ),
    "tickets-registration": Layout(
        "Names, addresses and the date of registration",
        GITHUB + "chobbledotcom/tickets/pull/12",
        "Name,Email,Registration Date\nAmina Khan,,2026-05-01\nJoe Bell,,2026-05-02\n",
    ),
    "spanish-headers": Layout(
        "A report of times and a length under Spanish headers",
        "https://support.logmeininc.com/es/joinme/help/reports",
        "Nombre,Correo electrónico,Hora de inicio,Hora de finalización,Duración\n"
        "Amina Khan,,2026-06-09 10:00,2026-06-09 11:30,1:30:00\n"
        "Joe Bell,,2026-06-09 10:00,2026-06-09 10:30,0:30:00\n",
    ),
}
