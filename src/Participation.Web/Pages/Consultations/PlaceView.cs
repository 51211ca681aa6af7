namespace Participation.Web.Pages.Consultations;

/// <summary>The place an opinion speaks of: its section's heading, and the passage's words unless it is the whole section.</summary>
public sealed record PlaceView(string Heading, string? Html);
