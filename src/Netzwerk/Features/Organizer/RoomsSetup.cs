using Netzwerk.Features.Organizer.Attendees;
using Netzwerk.Features.Organizer.ClosingReports;
using Netzwerk.Features.Organizer.Events;
using Netzwerk.Features.Organizer.Events.Editing;
using Netzwerk.Features.Organizer.Events.LifeCycle;
using Netzwerk.Features.Organizer.NetworkTexts;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Features.Organizer.ServerClock;
using Netzwerk.Features.Organizer.Settings;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Privacy;

namespace Netzwerk.Features.Organizer;

/// <summary>The organiser's rooms, and what happens in them by itself.</summary>
public static class RoomsSetup
{
    public static IServiceCollection AddRooms(this IServiceCollection services)
    {
        services.AddScoped<StaffCancellation>().AddScoped<EventNumbers>().AddScoped<TodoList>().AddScoped<EventEdit>().AddScoped<NewEvents>();
        services.AddScoped<ToldMeetings>().AddScoped<Announcements>().AddSingleton<AnnouncementWorker>().AddHostedService(provider => provider.GetRequiredService<AnnouncementWorker>());
        services.AddScoped<Sections>().AddScoped<GoLiveChecklist>().AddSingleton<TrialMails>();
        services.AddScoped<EntryStore>();
        services.AddScoped<ClosingReport>().AddSingleton<ClosingReportMails>().AddHostedService<ClosingReportWorker>();
        services.AddScoped<FamilyMailReview>().AddSingleton(provider => MailReviews.Of(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddScoped<WithheldReminders>().AddSingleton<WithheldReminderMails>();
        services.AddScoped<DueReminders>().AddHostedService<ReminderWorker>();
        services.AddScoped<ClockNotices>().AddHostedService<ClockWorker>();
        return services.AddScoped<RetentionRun>().AddSingleton<RetentionPace>().AddHostedService<RetentionWorker>();
    }
}
